fn total(rows: &Vec<i32>) -> i32 {
    let mut sum = 0;
    for i in 0..rows.len() {
        sum = sum + rows[i];
    }
    return sum;
}

fn main() {
    println!("{}", total(&vec![1, 2]));
}
