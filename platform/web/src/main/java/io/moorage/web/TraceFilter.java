package io.moorage.web;

import io.moorage.eventstore.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds who makes a request, so that every event and every log line of it can tell. */
final class TraceFilter extends OncePerRequestFilter {
    static final String CORRELATION = "X-Correlation-Id";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Trace trace = trace(correlation(request));
        trace.metadata().forEach(MDC::put);
        response.setHeader(CORRELATION, trace.correlation());
        try {
            trace.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            MDC.clear();
        }
    }

    private static Trace trace(String correlation) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token))
            return new Trace(null, null, null, null, correlation, null);
        Caller caller = Caller.of(token.getToken());
        String capacity = caller.staff() ? Trace.STAFF : null;
        return new Trace(caller.userId(), capacity, caller.account(), caller.session(), correlation, null);
    }

    private static String correlation(HttpServletRequest request) {
        String given = request.getHeader(CORRELATION);
        return given != null && PLAIN.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
