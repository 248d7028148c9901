package dev.fuda.kernel.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.OutputStreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            token hf_AbCd-Ef_Gh12345 used          | token *** used
            GET /x?token=abc&page=2                | GET /x?token=***&page=2
            GET /x?page=2&token=abc                | GET /x?page=2&token=***
            Authorization: Bearer abc.def-ghi      | Authorization: ***
            {"authorization":"Basic dXNlcjpwdw=="} | {"authorization":"***"}
            {"api_key": "12-34_56", "n": 1}        | {"api_key": "***", "n": 1}
            X-Fuda-Service-Token: 8f-3_a           | X-Fuda-Service-Token: ***
            redis://:s3cr3t@127.0.0.1:6379/0       | redis://:***@127.0.0.1:6379/0
            postgresql://u:p-w_d@db/fuda           | postgresql://u:***@db/fuda
            password=hunter2, user=me              | password=***, user=me
            curl -H 'bearer abcdefgh12345'         | curl -H 'bearer ***'
            ghp_abcdefghijklmnop1234               | ***
            tags: 1girl, token_(object), solo      | tags: 1girl, token_(object), solo
            http://127.0.0.1:8420/dataset/3        | http://127.0.0.1:8420/dataset/3
            """)
    void takesSecretsAndLeavesTheRest(String text, String expected) {
        assertThat(Redaction.of(text)).isEqualTo(expected);
    }

    @Test
    void coversMessagesParametersStackTracesAndJson() {
        String pattern = logged(new PatternFormatter("%d %p %c %s%e%n"));
        String json = logged(new JsonFormatter());
        for (String output : new String[] {pattern, json}) {
            assertThat(output)
                    .contains("loading the model failed")
                    .doesNotContain("hf_parameter0123")
                    .doesNotContain("in-the-cause")
                    .doesNotContain("in-the-message");
        }
    }

    /** What a real handler writes for a record with secrets in all its places. */
    private static String logged(java.util.logging.Formatter inner) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OutputStreamHandler handler = new OutputStreamHandler(out, new RedactingFormatter(inner));
        ExtLogRecord entry = new ExtLogRecord(
                Level.ERROR,
                "loading the model failed with {0} at https://example.org/m?secret=in-the-message",
                ExtLogRecord.FormatStyle.MESSAGE_FORMAT,
                RedactionTest.class.getName());
        entry.setParameters(new Object[] {"hf_parameter0123"});
        entry.setThrown(new IllegalStateException("outer", new RuntimeException("token=in-the-cause")));
        handler.publish(entry);
        handler.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
