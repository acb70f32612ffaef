package web;

import core.Name;

public class Page {
    public String title() { return new Name().value; }
}
