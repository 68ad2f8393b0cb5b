package io.moorage.account;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.moorage.testkit.TestPorts;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real SMTP server for the whole test run, on a port that stays when a test takes it away for a while. */
public final class TestMailServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    public static final int PORT = TestPorts.free();
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        SERVER.start();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + PORT,
                        "moorage.public-url=https://portal.example.eu",
                        "moorage.mail.key=" + KEY)
                .applyTo(context);
    }

    public static void goesAway() {
        SERVER.stop();
    }

    public static void comesBack() {
        SERVER.start();
    }

    /** What an address has got so far. */
    public static List<MimeMessage> mailsTo(String address) {
        return List.of(SERVER.getReceivedMessagesForDomain(address));
    }
}
