package dev.fuda.tagger.onnx;

/** An attribute of an ONNX node (AttributeProto): a named constant that is no tensor input. */
public sealed interface Attribute {

    /** The attribute's name in the operator's specification. */
    String name();

    /** A whole number. */
    record Int(String name, long value) implements Attribute {}

    /** A list of whole numbers, such as axes or pads. */
    record Ints(String name, long... values) implements Attribute {}

    /** A text, such as a padding mode. */
    record Text(String name, String value) implements Attribute {}

    /** The attribute as protobuf; field numbers from onnx.proto, AttributeProto. */
    private ProtoWriter proto() {
        ProtoWriter proto = new ProtoWriter().text(1, name());
        return switch (this) {
            case Int(String ignored, long value) -> proto.varint(3, value).varint(20, 2);
            case Text(String ignored, String value) -> proto.text(4, value).varint(20, 3);
            case Ints(String ignored, long[] values) -> {
                for (long value : values) {
                    proto.varint(8, value);
                }
                yield proto.varint(20, 7);
            }
        };
    }

    /** The attribute as protobuf message of a node. */
    static ProtoWriter proto(Attribute attribute) {
        return attribute.proto();
    }
}
