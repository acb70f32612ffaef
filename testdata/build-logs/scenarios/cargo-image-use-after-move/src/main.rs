mod plan;

fn main() {
    let unused = 1;
    let tasks = plan::read("water plants\ncall mum\n");
    let longest = plan::longest(tasks);
    println!("{} of {}", longest, tasks.len());
}
