package dev.fuda.tagger.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds an ONNX model by calls: inputs, constants, operators, outputs. The same calls give the same bytes on every
 * machine. Written for operator set {@value #OPSET} and IR version {@value #IR_VERSION}; the field numbers are those of
 * {@code onnx.proto}.
 *
 * <p>Nothing is checked here: ONNX Runtime validates operators, types and shapes when it loads the model.
 */
public final class OnnxGraph {

    /** The version of the operators' meaning. */
    public static final int OPSET = 17;

    private static final int IR_VERSION = 8;
    private static final int FLOAT = 1;
    private static final int INT64 = 7;
    private static final int FLOAT16 = 10;

    private final String name;
    private final List<ProtoWriter> nodes = new ArrayList<>();
    private final List<ProtoWriter> inputs = new ArrayList<>();
    private final List<ProtoWriter> outputs = new ArrayList<>();
    private final Map<String, ProtoWriter> initializers = new HashMap<>();
    private final List<String> initializerOrder = new ArrayList<>();
    private final Map<Float, Value> scalars = new HashMap<>();
    private int next;

    /** An empty graph; {@code name} is shown by viewers. */
    public OnnxGraph(String name) {
        this.name = name;
    }

    /** Declares a float32 input; a dimension below 0 is dynamic and is named {@code batch}. */
    public Value input(String inputName, long... shape) {
        inputs.add(valueInfo(inputName, FLOAT, shape));
        return new Value(this, inputName);
    }

    /** Declares a float16 input; a dimension below 0 is dynamic and is named {@code batch}. */
    public Value halfInput(String inputName, long... shape) {
        inputs.add(valueInfo(inputName, FLOAT16, shape));
        return new Value(this, inputName);
    }

    /** A float32 scalar; equal scalars are stored once. */
    public Value scalar(double value) {
        return scalars.computeIfAbsent((float) value, v -> constant(new float[] {v}));
    }

    /** A float32 tensor, row by row. A scalar without shape is a scalar. */
    public Value constant(float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return initializer(FLOAT, raw.array(), shape);
    }

    /** A one-dimensional int64 tensor: shapes, indices, axes. */
    public Value longs(long... values) {
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return initializer(INT64, raw.array(), values.length);
    }

    /** Adds an operator with one output. */
    public Value apply(String operator, List<Value> operands, Attribute... attributes) {
        return apply(operator, operands, 1, attributes).getFirst();
    }

    /** Adds an operator with several outputs. */
    public List<Value> apply(String operator, List<Value> operands, int outputCount, Attribute... attributes) {
        ProtoWriter node = new ProtoWriter();
        operands.forEach(operand -> node.text(1, operand.name()));
        List<Value> results = new ArrayList<>();
        for (int i = 0; i < outputCount; i++) {
            Value result = new Value(this, operator.toLowerCase(Locale.ROOT) + "_" + next++);
            results.add(result);
            node.text(2, result.name());
        }
        node.text(3, results.getFirst().name()).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, Attribute.proto(attribute));
        }
        nodes.add(node);
        return results;
    }

    /** Declares a float32 output of the model; a dimension below 0 is dynamic and is named {@code batch}. */
    public void output(String outputName, Value value, long... shape) {
        nodes.add(new ProtoWriter()
                .text(1, value.name())
                .text(2, outputName)
                .text(3, outputName)
                .text(4, "Identity"));
        outputs.add(valueInfo(outputName, FLOAT, shape));
    }

    /** The finished model as the bytes of a {@code .onnx} file. */
    public byte[] toModel(long modelVersion, String description) {
        ProtoWriter graph = new ProtoWriter();
        nodes.forEach(node -> graph.message(1, node));
        graph.text(2, name);
        initializerOrder.forEach(initializer -> graph.message(5, initializers.get(initializer)));
        inputs.forEach(input -> graph.message(11, input));
        outputs.forEach(output -> graph.message(12, output));
        return new ProtoWriter()
                .varint(1, IR_VERSION)
                .text(2, "fuda")
                .varint(5, modelVersion)
                .text(6, description)
                .message(7, graph)
                .message(8, new ProtoWriter().text(1, "").varint(2, OPSET))
                .toByteArray();
    }

    private Value initializer(int type, byte[] raw, long... shape) {
        String initializerName = "const_" + next++;
        ProtoWriter tensor = new ProtoWriter();
        for (long dimension : shape) {
            tensor.varint(1, dimension);
        }
        tensor.varint(2, type).text(8, initializerName).bytes(9, raw);
        initializers.put(initializerName, tensor);
        initializerOrder.add(initializerName);
        return new Value(this, initializerName);
    }

    private static ProtoWriter valueInfo(String valueName, int type, long... shape) {
        ProtoWriter dimensions = new ProtoWriter();
        for (long size : shape) {
            ProtoWriter dimension = new ProtoWriter();
            dimensions.message(1, size < 0 ? dimension.text(2, "batch") : dimension.varint(1, size));
        }
        ProtoWriter tensor = new ProtoWriter().varint(1, type).message(2, dimensions);
        return new ProtoWriter().text(1, valueName).message(2, new ProtoWriter().message(1, tensor));
    }
}
