package dev.fuda.tagger.onnx;

import java.util.List;
import java.util.stream.Stream;

/**
 * A tensor in a graph that is being built, with arithmetic that reads like the formula. Operands broadcast as in ONNX
 * (and NumPy). Nothing is computed here: each call adds operators to the graph.
 *
 * @param graph the graph that the tensor belongs to
 * @param name the tensor's name in the graph
 */
public record Value(OnnxGraph graph, String name) {

    /** Element-wise sum. */
    public Value plus(Value other) {
        return graph.apply("Add", List.of(this, other));
    }

    /** Adds a constant to every element. */
    public Value plus(double other) {
        return plus(graph.scalar(other));
    }

    /** Element-wise difference. */
    public Value minus(Value other) {
        return graph.apply("Sub", List.of(this, other));
    }

    /** Subtracts a constant from every element. */
    public Value minus(double other) {
        return minus(graph.scalar(other));
    }

    /** Element-wise product. */
    public Value times(Value other) {
        return graph.apply("Mul", List.of(this, other));
    }

    /** Multiplies every element by a constant. */
    public Value times(double other) {
        return times(graph.scalar(other));
    }

    /** Element-wise quotient. */
    public Value over(Value other) {
        return graph.apply("Div", List.of(this, other));
    }

    /** {@code 1 - x}. */
    public Value complement() {
        return graph.scalar(1).minus(this);
    }

    /** The larger of each pair of elements. */
    public Value max(Value other) {
        return graph.apply("Max", List.of(this, other));
    }

    /** The larger of each element and a constant. */
    public Value max(double other) {
        return max(graph.scalar(other));
    }

    /** The smaller of each pair of elements. */
    public Value min(Value other) {
        return graph.apply("Min", List.of(this, other));
    }

    /** Each element squared. */
    public Value squared() {
        return times(this);
    }

    /** The square root of each element. */
    public Value sqrt() {
        return graph.apply("Sqrt", List.of(this));
    }

    /** The absolute value of each element. */
    public Value abs() {
        return graph.apply("Abs", List.of(this));
    }

    /** Each element held within two bounds. */
    public Value clip(double low, double high) {
        return graph.apply("Clip", List.of(this, graph.scalar(low), graph.scalar(high)));
    }

    /** 0 up to {@code from}, 1 from {@code to} on, linear between; {@code from < to}. */
    public Value ramp(double from, double to) {
        return minus(from).times(1 / (to - from)).clip(0, 1);
    }

    /** 1 up to {@code from}, 0 from {@code to} on, linear between; {@code from < to}. */
    public Value fall(double from, double to) {
        return ramp(from, to).complement();
    }

    /** The logistic function. */
    public Value sigmoid() {
        return graph.apply("Sigmoid", List.of(this));
    }

    /** "Clearly more than {@code threshold}": {@code sigmoid((x - threshold) / width)}. */
    public Value above(double threshold, double width) {
        return minus(threshold).times(1 / width).sigmoid();
    }

    /** "Clearly less than {@code threshold}": {@code sigmoid((threshold - x) / width)}. */
    public Value below(double threshold, double width) {
        return minus(threshold).times(-1 / width).sigmoid();
    }

    /** The tensor with another shape; 0 keeps a dimension. */
    public Value reshape(long... shape) {
        return graph.apply("Reshape", List.of(this, graph.longs(shape)));
    }

    /** The elements at some indices of an axis. */
    public Value gather(int axis, long... indices) {
        return graph.apply("Gather", List.of(this, graph.longs(indices)), new Attribute.Int("axis", axis));
    }

    /** Sum over axes, which vanish. */
    public Value sum(long... axes) {
        return graph.apply("ReduceSum", List.of(this, graph.longs(axes)), new Attribute.Int("keepdims", 0));
    }

    /** Mean over axes, which vanish. */
    public Value mean(long... axes) {
        return graph.apply(
                "ReduceMean", List.of(this), new Attribute.Ints("axes", axes), new Attribute.Int("keepdims", 0));
    }

    /** Largest element over axes, which vanish. */
    public Value largest(long... axes) {
        return graph.apply(
                "ReduceMax", List.of(this), new Attribute.Ints("axes", axes), new Attribute.Int("keepdims", 0));
    }

    /** Smallest element over axes, which vanish. */
    public Value smallest(long... axes) {
        return graph.apply(
                "ReduceMin", List.of(this), new Attribute.Ints("axes", axes), new Attribute.Int("keepdims", 0));
    }

    /** The {@code count} largest elements of the last axis, largest first. */
    public Value top(long count) {
        return graph.apply("TopK", List.of(this, graph.longs(count)), 2, new Attribute.Int("axis", -1))
                .getFirst();
    }

    /** Matrix product over the last two axes. */
    public Value matmul(Value other) {
        return graph.apply("MatMul", List.of(this, other));
    }

    /** This tensor and others joined along an axis. */
    public Value join(int axis, List<Value> others) {
        return graph.apply(
                "Concat", Stream.concat(Stream.of(this), others.stream()).toList(), new Attribute.Int("axis", axis));
    }

    /** {@code yes} where {@code this >= other}, else {@code no}. */
    public Value atLeast(Value other, Value yes, Value no) {
        return graph.apply("Where", List.of(graph.apply("GreaterOrEqual", List.of(this, other)), yes, no));
    }
}
