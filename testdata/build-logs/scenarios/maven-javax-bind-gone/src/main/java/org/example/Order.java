package org.example;

import javax.xml.bind.annotation.XmlRootElement;

@XmlRootElement
public class Order {
    public int count;
}
