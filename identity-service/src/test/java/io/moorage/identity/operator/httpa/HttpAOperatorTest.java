package io.moorage.identity.operator.httpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.moorage.identity.TestPhone;
import io.moorage.identity.operator.CallbackReceiver;
import io.moorage.identity.operator.CallbackReceiver.Callback;
import io.moorage.identity.operator.CallingOperatorContract;
import io.moorage.identity.operator.Operator;
import io.moorage.identity.operator.delivery.DeliveryReport;
import io.moorage.identity.operator.delivery.ReportForged;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;

class HttpAOperatorTest extends CallingOperatorContract {
    private final CallbackReceiver receiver = new CallbackReceiver();
    private final HttpAOperator operator = operator(TestPhone.SECRET);

    private HttpAOperator operator(String secret) {
        return new HttpAOperator(
                RestClient.builder(),
                TestPhone.url() + "/twilio",
                TestPhone.KEY,
                secret,
                "Moorage",
                "+33199000000",
                receiver.url());
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Override
    protected Operator operator() {
        return operator;
    }

    @Override
    protected Operator stranger() {
        return operator("another-secret");
    }

    @Override
    protected DeliveryReport nextReport() throws Exception {
        Callback callback = receiver.next();
        return operator.read(callback.headers(), callback.body());
    }

    @Test
    void a_report_that_was_changed_is_forged() throws Exception {
        operator.hand(sms("Hello"));
        Callback callback = receiver.next();
        String changed = new String(callback.body(), StandardCharsets.UTF_8).replace("delivered", "undelivered");

        assertThatExceptionOfType(ReportForged.class)
                .isThrownBy(() -> operator.read(callback.headers(), changed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_report_without_signature_or_signed_by_another_is_forged() throws Exception {
        operator.hand(sms("Hello"));
        Callback callback = receiver.next();

        assertThatExceptionOfType(ReportForged.class)
                .isThrownBy(() -> operator.read(new HttpHeaders(), callback.body()));
        assertThatExceptionOfType(ReportForged.class)
                .isThrownBy(() -> operator("another-secret").read(callback.headers(), callback.body()));
    }

    /** The example of the vendor's documentation. */
    @Test
    void signatures_are_made_as_documented() {
        CallbackSignature signature = new CallbackSignature("12345", "https://mycompany.com/myapp.php?foo=1&bar=2");
        byte[] form =
                "CallSid=CA1234567890ABCDE&Caller=%2B12349013030&Digits=1234&From=%2B12349013030&To=%2B18005551212"
                        .getBytes(StandardCharsets.UTF_8);

        signature.check("0/KCTR6DLpKmkAf8muzZqo1nDgQ=", Form.read(form));
        assertThatExceptionOfType(ReportForged.class)
                .isThrownBy(() -> signature.check("0/KCTR6DLpKmkAf8muzZqo1nDgR=", Form.read(form)));
    }

    @Test
    void what_cannot_be_read_of_a_form_is_left_out() {
        assertThat(Form.read("a=1&b&=c&d=%zz&e=%2B+".getBytes(StandardCharsets.UTF_8)))
                .containsOnlyKeys("a", "e")
                .containsEntry("e", "+ ");
    }
}
