package dev.fuda.kernel.log;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import org.jboss.logmanager.ExtHandler;

/** Puts the redaction around every formatter of the running program, before anything of ours logs. */
public class RedactLogs {

    void onStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        for (Handler handler : LogManager.getLogManager().getLogger("").getHandlers()) {
            wrap(handler);
        }
    }

    private static void wrap(Handler handler) {
        if (handler.getFormatter() != null && !(handler.getFormatter() instanceof RedactingFormatter)) {
            handler.setFormatter(new RedactingFormatter(handler.getFormatter()));
        }
        if (handler instanceof ExtHandler ext) {
            for (Handler child : ext.getHandlers()) {
                wrap(child);
            }
        }
    }
}
