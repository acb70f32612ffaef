module org.example.desk {
    requires java.logging;
    requires org.example.widgets;
    requires com.google.gson;
}
