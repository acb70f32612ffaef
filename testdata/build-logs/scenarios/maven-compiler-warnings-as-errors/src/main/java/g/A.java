package g;
import java.util.*;
public class A implements java.io.Serializable {
    List x = new ArrayList();
    @Deprecated void old() { }
}
