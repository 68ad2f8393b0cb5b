package io.moorage.inventory;

import io.moorage.inventory.server.Busy;
import java.util.Map;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** One server is being worked on, whoever it belongs to. */
@TestConfiguration
public class OneIsBusy {
    public static final String NUMBER = "77777";

    @Bean
    Busy oneIsBusy() {
        return numbers -> numbers.contains(NUMBER) ? Map.of(NUMBER, "action-1") : Map.of();
    }
}
