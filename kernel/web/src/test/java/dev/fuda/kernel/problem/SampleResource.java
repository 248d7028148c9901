package dev.fuda.kernel.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** Answers in every way a resource can. */
@Path("/sample")
public class SampleResource {

    enum Colour {
        DARK_RED,
        BLUE
    }

    record Sample(@NotBlank String firstName, @Max(9) int count, Colour colour, List<Sample> inner, Instant madeAt) {}

    @POST
    public Sample echo(@Valid Sample sample) {
        return sample;
    }

    @POST
    @Path("/form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public String form(@RestForm String name) {
        return name;
    }

    @GET
    public Sample answer(@QueryParam("fail") String fail, @QueryParam("number") Integer number) {
        return switch (fail == null ? "" : fail) {
            case "problem" ->
                throw Problem.conflict("taken", "The name is taken.")
                        .with("position", 7)
                        .field("name", "taken");
            case "bug" -> throw new IllegalStateException("secret detail");
            default -> new Sample("a", number, Colour.DARK_RED, List.of(), Instant.EPOCH);
        };
    }
}
