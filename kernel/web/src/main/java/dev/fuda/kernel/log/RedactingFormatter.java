package dev.fuda.kernel.log;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Redacts what another formatter wrote, so that messages, parameters, stack traces and JSON are covered alike; a filter
 * on the message would miss all but the first.
 */
final class RedactingFormatter extends ExtFormatter {

    private final Formatter inner;

    RedactingFormatter(Formatter inner) {
        this.inner = inner;
    }

    @Override
    public String format(ExtLogRecord entry) {
        return Redaction.of(inner.format((LogRecord) entry));
    }

    @Override
    public boolean isCallerCalculationRequired() {
        return inner instanceof ExtFormatter ext && ext.isCallerCalculationRequired();
    }
}
