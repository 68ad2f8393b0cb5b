package io.moorage.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.moorage.simulators.phone.DevPhone;
import io.moorage.simulators.phone.Fault;
import io.moorage.simulators.phone.PhoneMessage;
import io.moorage.simulators.phone.PhoneSettings;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Telephones with the operators that reach them, for the whole test run. */
public final class TestPhone implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    public static final String KEY = "AC00000000000000000000000000000001";
    public static final String SECRET = "the-operators-secret-has-32-characters";
    public static final String PUBLIC_URL = "http://127.0.0.1:1";
    public static final String SYSTEM_ID = "moorage";
    public static final String PASSWORD = "password";
    public static final List<String> OPERATORS = List.of("http-a", "http-b", "smpp");
    private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");
    private static final DevPhone PHONE = started();

    private static DevPhone started() {
        PhoneSettings settings = new PhoneSettings("127.0.0.1", 0, 0, KEY, SECRET, KEY, SECRET, SYSTEM_ID, PASSWORD);
        DevPhone phone = new DevPhone(settings, Clock.systemUTC());
        phone.start();
        return phone;
    }

    public static String url() {
        return "http://127.0.0.1:" + PHONE.port();
    }

    public static String smpp() {
        return "127.0.0.1:" + PHONE.smppPort();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "moorage.public-url=" + PUBLIC_URL,
                        "moorage.second-factor.key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                        "moorage.operators.pause=PT0S",
                        "moorage.operators.http-a.url=" + url() + "/twilio",
                        "moorage.operators.http-a.key=" + KEY,
                        "moorage.operators.http-a.secret=" + SECRET,
                        "moorage.operators.http-b.url=" + url() + "/vonage",
                        "moorage.operators.http-b.key=" + KEY,
                        "moorage.operators.http-b.secret=" + SECRET,
                        "moorage.operators.http-b.signature-secret=" + SECRET,
                        "moorage.operators.smpp.address=" + smpp(),
                        "moorage.operators.smpp.key=" + SYSTEM_ID,
                        "moorage.operators.smpp.secret=" + PASSWORD)
                .applyTo(context);
    }

    /** Nobody's yet. */
    public static String newNumber() {
        return "+3361" + String.format("%07d", ThreadLocalRandom.current().nextInt(10_000_000));
    }

    /** Newest first. */
    public static List<PhoneMessage> messages(String number) {
        return PHONE.messages(number);
    }

    public static PhoneMessage last(String number) {
        List<PhoneMessage> messages = PHONE.messages(number);
        assertThat(messages).as("messages").isNotEmpty();
        return messages.getFirst();
    }

    /** The code in the newest message, as its reader or listener takes it down. */
    public static String lastCode(String number) {
        PhoneMessage message = last(number);
        String text = message.channel().equals("voice") ? message.text().replace(", ", "") : message.text();
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as("a code in: " + message.text()).isTrue();
        return code.group(1);
    }

    public static void order(String operator, Fault fault, @Nullable Long ms) {
        PHONE.order(operator, fault, ms);
    }

    public static void endFaults() {
        OPERATORS.forEach(operator -> PHONE.order(operator, Fault.NONE, null));
    }
}
