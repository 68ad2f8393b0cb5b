package io.moorage.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body was read once and can be read again; the gateway bounds its size. */
final class RepeatableRequest extends HttpServletRequestWrapper {
    private final byte[] body;
    private ByteArrayInputStream unread;

    RepeatableRequest(HttpServletRequest request) throws IOException {
        super(request);
        body = request.getInputStream().readAllBytes();
        unread = new ByteArrayInputStream(body);
    }

    byte[] body() {
        return body;
    }

    RepeatableRequest fromStart() {
        unread = new ByteArrayInputStream(body);
        return this;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = unread;
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int from, int length) {
                return bytes.read(target, from, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("Read at once, not by a listener");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
