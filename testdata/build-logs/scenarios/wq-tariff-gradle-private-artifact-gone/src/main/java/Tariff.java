public class Tariff {
}
