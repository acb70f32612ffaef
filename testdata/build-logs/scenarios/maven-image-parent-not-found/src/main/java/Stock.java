public class Stock {
}
