import java.util.Optional;

public class Badge {
    String text(Optional<String> name) {
        return name.orElse(0);
    }
}
