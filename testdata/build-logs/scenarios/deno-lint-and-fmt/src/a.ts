export function f( x:any ) {
    let y = 3
    return x
}
