package org.example;

import java.util.List;
import org.apache.commons.lang.StringUtils;

public class Mailer {
    public void welcome(List<User> users) {
        for (User user : users) {
            if (StringUtils.isNotBlank(user.getMail())) {
                System.out.println("to " + user.getMail());
            }
        }
    }
}
