import java.util.*;

public class Retry {
    List names = new ArrayList();
    void add(Object name) { names.add(name); }
}
