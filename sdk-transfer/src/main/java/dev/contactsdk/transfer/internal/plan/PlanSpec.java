package dev.contactsdk.transfer.internal.plan;

import dev.contactsdk.transfer.mapping.Mapping;
import dev.contactsdk.transfer.run.OnExisting;
import dev.contactsdk.transfer.source.Source;
import dev.contactsdk.transfer.target.Target;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a plan is asked for.
 *
 * @param mapping null if it is to be found
 * @param change makes the plan's mapping of it
 * @param key the column that says who a person is; null if none does
 * @param excluded numbers in E.164 that are never touched
 */
public record PlanSpec(
    Source source,
    Target target,
    @Nullable Mapping mapping,
    UnaryOperator<Mapping> change,
    OnExisting onExisting,
    boolean clearBlanks,
    @Nullable String key,
    Set<String> excluded) {}
