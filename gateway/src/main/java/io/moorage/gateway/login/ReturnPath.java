package io.moorage.gateway.login;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Where a log-in leads back to: a path of the portal and never another site. */
final class ReturnPath {
    private static final int LONGEST = 1000;
    private static final int DEEPEST_ENCODING = 4;

    /** Only what may stand in a URL, so no blanks, line breaks or backslashes, which browsers drop or read as slashes. */
    private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]*");

    private ReturnPath() {}

    /** The wish where it is a local path, else the portal's first page. */
    static String of(@Nullable String wish) {
        if (wish == null || wish.length() > LONGEST) return "/";
        return CHARACTERS.matcher(wish).matches() && isLocal(wish) ? wish : "/";
    }

    /** What some later reader might decode once more must be local after that as well. */
    private static boolean isLocal(String wish) {
        String read = wish;
        for (int depth = 0; depth < DEEPEST_ENCODING; depth++) {
            if (!startsLocally(read)) return false;
            String decoded = decode(read);
            if (decoded == null) return false;
            if (decoded.equals(read)) return true;
            read = decoded;
        }
        return false;
    }

    private static boolean startsLocally(String read) {
        String path = read.split("[?#]", 2)[0];
        return path.startsWith("/")
                && !path.contains("//")
                && path.chars().noneMatch(c -> c == '\\' || Character.isISOControl(c) || Character.isWhitespace(c))
                && !path.equals("/login")
                && !path.startsWith("/login/");
    }

    private static @Nullable String decode(String read) {
        try {
            return UriUtils.decode(read, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
