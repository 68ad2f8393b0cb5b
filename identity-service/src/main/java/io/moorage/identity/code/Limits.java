package io.moorage.identity.code;

import io.moorage.identity.limit.Allowance;
import io.moorage.identity.limit.Limit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is limited for whom. The order is always user, number, address: who waits for one holds none that comes after. */
@Component
class Limits {
    private final List<Limit> sends;
    private final List<Limit> tries;

    Limits(
            @Value("${moorage.second-factor.sends.per-user}") String sendsPerUser,
            @Value("${moorage.second-factor.sends.per-number}") String sendsPerNumber,
            @Value("${moorage.second-factor.sends.per-address}") String sendsPerAddress,
            @Value("${moorage.second-factor.wrong-tries.per-user}") String triesPerUser,
            @Value("${moorage.second-factor.wrong-tries.per-number}") String triesPerNumber,
            @Value("${moorage.second-factor.wrong-tries.per-address}") String triesPerAddress) {
        this.sends = List.of(Limit.of(sendsPerUser), Limit.of(sendsPerNumber), Limit.of(sendsPerAddress));
        this.tries = List.of(Limit.of(triesPerUser), Limit.of(triesPerNumber), Limit.of(triesPerAddress));
    }

    /** @param address null if nobody knows it: then it isn't counted */
    List<Allowance> ofSend(String userId, String number, @Nullable String address) {
        return allowances("send", sends, userId, number, address);
    }

    List<Allowance> ofTry(String userId, String number, @Nullable String address) {
        return allowances("try", tries, userId, number, address);
    }

    private List<Allowance> allowances(
            String what, List<Limit> limits, String userId, String number, @Nullable String address) {
        List<Allowance> allowances = new ArrayList<>();
        allowances.add(new Allowance(what + " of user", userId, limits.get(0)));
        allowances.add(new Allowance(what + " of number", number, limits.get(1)));
        if (address != null && !address.isBlank())
            allowances.add(new Allowance(what + " of address", address, limits.get(2)));
        return allowances;
    }
}
