const std = @import("std");
pub fn main() !void {
    const n: u8 = 300;
    const s = area(3);
    std.debug.print("{d} {d}\n", .{ n, s });
}
fn area(w: u32, h: u32) u32 {
    return w * h;
}
