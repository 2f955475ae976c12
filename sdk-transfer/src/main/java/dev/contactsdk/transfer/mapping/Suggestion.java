package dev.contactsdk.transfer.mapping;

import java.util.List;

/**
 * A mapping that was found, and what is in doubt.
 *
 * @param mapping the columns that names and values agree on
 * @param doubts one line for each column where they do not; never null
 */
public record Suggestion(Mapping mapping, List<String> doubts) {}
