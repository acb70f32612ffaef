data class User(val name: String, val age: Int?)
fun older(u: User): Int = u.age + 1
fun main() {
    val u = User("a", null)
    println(older(u))
    val s: String = u.age
}
