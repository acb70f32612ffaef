module org.example.widgets {
}
