/** Where rows come from: files, queries, the vendors, and the application's own sources. */
@NullMarked
package dev.contactsdk.transfer.source;

import org.jspecify.annotations.NullMarked;
