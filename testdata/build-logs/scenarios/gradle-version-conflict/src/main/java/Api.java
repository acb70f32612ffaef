public class Api {}
