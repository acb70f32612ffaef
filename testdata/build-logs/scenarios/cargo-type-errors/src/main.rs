mod report;

fn main() {
    let unused = 1;
    let report = report::Report::new("disk");
    println!("{}", report.render());
}
