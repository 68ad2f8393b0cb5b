package io.moorage.web;

import io.moorage.contracts.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every request against what its endpoint {@link Requires}, and gives endpoints their {@link Caller}. */
final class CallerCheck implements HandlerInterceptor, HandlerMethodArgumentResolver {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        WithoutAccount own = method.getMethodAnnotation(WithoutAccount.class);
        if (own != null && own.inPerson()) requireInPerson(caller());
        Requires requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) return true;
        Caller caller = caller();
        if (requires.inPerson()) requireInPerson(caller);
        if (caller.account() == null) throw new CallerRefused("account-being-prepared", CallerRefused.CONFLICT);
        if (!holdsAll(caller, requires.value())) throw new CallerRefused("not-permitted", CallerRefused.FORBIDDEN);
        if (caller.services() != null && !requires.withinReach())
            throw new CallerRefused("limited-to-services", CallerRefused.FORBIDDEN);
        return true;
    }

    private static void requireInPerson(Caller caller) {
        if (!caller.isInPerson()) throw new CallerRefused("log-in-needed", CallerRefused.FORBIDDEN);
    }

    private static boolean holdsAll(Caller caller, Permission[] needed) {
        return Arrays.stream(needed).map(Permission::code).allMatch(caller.permissions()::contains);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binderFactory) {
        return caller();
    }

    private static Caller caller() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)
            return Caller.of(token.getToken());
        throw new CallerRefused("login-required", CallerRefused.UNAUTHORIZED);
    }
}
