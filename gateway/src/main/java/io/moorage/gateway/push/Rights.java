package io.moorage.gateway.push;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client may be told of.
 *
 * @param services of the account that the access is limited to; null where it isn't limited
 */
record Rights(
        String account, Set<String> permissions, @Nullable Set<String> services) {}
