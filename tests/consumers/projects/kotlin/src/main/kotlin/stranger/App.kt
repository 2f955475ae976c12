package stranger

import dev.contactsdk.kore.contacts.CellPhone
import dev.contactsdk.kore.contacts.NewKoreContact
import dev.contactsdk.sandbox.KoreSandbox
import kotlinx.coroutines.future.await
import kotlinx.coroutines.runBlocking

/** Nullness comes from JSpecify: `lastName()` may be null, the list and its contacts are not. */
fun main() = runBlocking {
    KoreSandbox.start().use { sandbox ->
        sandbox.client().use { client ->
            val john = NewKoreContact.builder()
                .firstName("John")
                .lastName("Doe")
                .salutation("Mr")
                .cellPhone(CellPhone.ofE164("+12025550143"))
                .build()
            client.contacts().create(john).executeAsync().await()
            val listed = client.contacts().list().executeAsync().await()
            val lengths: List<Int> = listed.items().map { it.lastName()?.length ?: 0 }
            check(lengths == listOf(3)) { "lengths are $lengths" }
        }
    }
    println("ran | Kotlin | ${KotlinVersion.CURRENT} | `await()` on a call; nullness from JSpecify |")
}
