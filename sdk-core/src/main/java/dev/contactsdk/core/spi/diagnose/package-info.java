/** What the vendors' set-up checks are made of, for vendor modules. */
@NullMarked
package dev.contactsdk.core.spi.diagnose;

import org.jspecify.annotations.NullMarked;
