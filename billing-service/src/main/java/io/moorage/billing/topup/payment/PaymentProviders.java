package io.moorage.billing.topup.payment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The payment providers of this installation, by method. */
@Component
public class PaymentProviders {
    private final Map<String, PaymentProvider> byMethod;

    PaymentProviders(List<PaymentProvider> providers) {
        byMethod = providers.stream().collect(Collectors.toMap(PaymentProvider::method, Function.identity()));
    }

    public List<String> methods() {
        return byMethod.keySet().stream().sorted().toList();
    }

    public Optional<PaymentProvider> find(String method) {
        return Optional.ofNullable(byMethod.get(method));
    }

    /** @throws ProviderUnavailable if the method was taken out of this installation */
    public PaymentProvider of(String method) {
        return find(method).orElseThrow(() -> new ProviderUnavailable("No provider for " + method));
    }
}
