module app { requires java.logging; }
