package dev.fuda.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.HostAndPort;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorsTest {

    private final Visitors visitors =
            new Visitors(Set.of("localhost", "127.0.0.1", "::1", "fuda.example"), Set.of("http://localhost:5173"));

    @ParameterizedTest
    @CsvSource(textBlock = """
                    localhost,          true
                    LOCALHOST,          true
                    127.0.0.1,          true
                    [::1],              true
                    ::1,                true
                    fuda.example,       true
                    evil.example,       false
                    localhost.evil.com, false
                    127.0.0.1.nip.io,   false
                    """)
    void knowsItsNames(String host, boolean known) {
        assertThat(visitors.knowsHost(host)).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    -,                        localhost,    8420, -,           true
                    -,                        localhost,    8420, same-origin, true
                    -,                        localhost,    8420, cross-site,  false
                    http://localhost:8420,    localhost,    8420, same-origin, true
                    http://LOCALHOST:8420,    localhost,    8420, -,           true
                    http://localhost:8421,    localhost,    8420, same-site,   false
                    http://localhost:5173,    localhost,    8420, same-site,   true
                    http://[::1]:8420,        [::1],        8420, -,           true
                    https://fuda.example,     fuda.example, -1,   same-origin, true
                    https://fuda.example,     fuda.example, 443,  same-origin, true
                    http://evil.example,      localhost,    8420, cross-site,  false
                    http://evil.example,      fuda.example, -1,   cross-site,  false
                    null,                     localhost,    8420, -,           false
                    not an origin,            localhost,    8420, -,           false
                    """)
    void letsOnlyItsOwnPagesChange(String origin, String host, int port, String site, boolean allowed) {
        assertThat(visitors.mayChange(origin, HostAndPort.create(host, port), site))
                .isEqualTo(allowed);
    }

    @Test
    void answersAnyNameWhenToldSo() {
        assertThat(new Visitors(Set.of("*"), Set.of()).knowsHost("10.0.3.7")).isTrue();
    }
}
