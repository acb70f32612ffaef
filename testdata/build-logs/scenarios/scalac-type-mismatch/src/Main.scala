object Main {
  def total(xs: List[Int]): Int = xs.foldLeft("")(_ + _)
  val m: Map[String, Int] = Map("a" -> "b")
  def main(args: Array[String]): Unit = println(totals(List(1)))
}
