package dev.contactsdk.examples.springpage;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application that start.spring.io makes. */
@SpringBootApplication
class PageApplication {}
