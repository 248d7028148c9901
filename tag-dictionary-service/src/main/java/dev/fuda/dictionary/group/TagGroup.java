package dev.fuda.dictionary.group;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** Tags that belong together for a person, with the colour they are shown in. */
@Entity
@Table(name = "tag_group")
public class TagGroup extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String name;

    /** {@code #RRGGBB}, upper case; null for none. */
    public String color;

    /** Names as they are kept; a group may hold tags that the dictionary does not know. */
    @Column(columnDefinition = "text[]")
    public String[] tags;

    @Version
    public int version;

    @Column(name = "updated_at")
    public Instant updatedAt = Instant.now();
}
