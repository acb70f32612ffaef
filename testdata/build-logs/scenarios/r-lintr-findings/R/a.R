badName = function( x ){
  if(x==T) return(1)
  y <- 3
}
