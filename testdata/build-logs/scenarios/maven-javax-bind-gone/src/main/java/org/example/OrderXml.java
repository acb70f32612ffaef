package org.example;

import java.io.StringWriter;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBException;

public class OrderXml {
    public String write(Order order) throws JAXBException {
        StringWriter text = new StringWriter();
        JAXBContext.newInstance(Order.class).createMarshaller().marshal(order, text);
        return text.toString();
    }
}
