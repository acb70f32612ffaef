int  add(int a,int b)
{
    if(a) { return a+b; }
    else return b;
}
