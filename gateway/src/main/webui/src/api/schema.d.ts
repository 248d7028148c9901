// Generated from openapi/fuda.yaml by "npm run api". Do not edit.
export interface paths {
    "/api/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Datasets, the latest changed first; X-Total-Count says how many there are */
        get: operations["listDatasets"];
        put?: never;
        /** Register a folder as a dataset; its first scan starts at once (index_job_id) */
        post: operations["createDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a scan of a folder would find, without registering it */
        post: operations["previewDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One dataset */
        get: operations["getDataset"];
        /** Change the settings of a dataset; it is scanned again where the index depends on them */
        put: operations["updateDataset"];
        post?: never;
        /** Forget a dataset; its files stay as they are */
        delete: operations["deleteDataset"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/auto-tag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tag items with a model; the job tells the progress, and undoing the operation of its id takes all back */
        post: operations["autoTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export items with their captions as a zip, written while it is sent */
        post: operations["exportDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Items of a dataset, all or those that match a search */
        get: operations["listItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many items match a search, of how many there are */
        get: operations["countItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/{item_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One item with its captions, metadata and problems */
        get: operations["getItem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/{item_id}/captions/{caption_type}/{caption_subtype}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the text of a caption */
        put: operations["setCaption"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/{item_id}/image": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The image file as it is; ranges and ETag are understood */
        get: operations["getItemImage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/{item_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags of one caption of an item, in order */
        get: operations["listItemTags"];
        /** Set the tags of a caption and their order */
        put: operations["setItemTags"];
        /** Add a tag to a caption */
        post: operations["addItemTag"];
        /** Take a tag off an item */
        delete: operations["removeItemTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/items/{item_id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A small upright JPEG of an image, at most 128, 256 or 512 pixels wide and high */
        get: operations["getItemThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The history of a dataset or of one item, newest first */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Files that the latest scan could not use, or used with a reservation */
        get: operations["listProblems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/reindex": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Scan the folder again; unchanged files are not read */
        post: operations["reindexDataset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/saved-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Kept searches by name */
        get: operations["listSavedSearches"];
        put?: never;
        /**
         * Keep a search
         * @description When tags are renamed or merged in the dictionary it follows.
         */
        post: operations["createSavedSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/saved-searches/{search_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a kept search */
        put: operations["updateSavedSearch"];
        post?: never;
        /** Forget a kept search */
        delete: operations["deleteSavedSearch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/datasets/{dataset_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags of the items that match a search, the most frequent first */
        get: operations["listDatasetTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/folders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The folders in a folder; without a path, in the first allowed root */
        get: operations["listFolders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest jobs of all services
         * @description A service that does not answer is named in 'unavailable'; the jobs of the others still come.
         */
        get: operations["listAllJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events and job progress as they happen, as server-sent events
         * @description Each event's data is a LiveFrame. The feed begins now, or after the frame named by Last-Event-ID; when that is not possible, or when a client was too slow, a frame of type Resync asks it to read anew what it shows. The same frames come over a WebSocket at /api/live/ws.
         */
        get: operations["listenLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/operations/{operation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an operation back where nobody changed the same since */
        post: operations["undoOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        /** Events that could not be applied, newest first */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give the event up for good */
        delete: operations["discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/dead-letters/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Apply the event now; the letter goes when that works */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        /** The newest jobs of this service */
        get: operations["listJobs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        /** One job with its first failures */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a job; what it has done stays done */
        post: operations["cancelJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/jobs/{id}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        /** The failed items of a job with their reasons */
        get: operations["listJobFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/services/{service}/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start an ended job again where it stopped, or its failed items */
        post: operations["retryJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of the services, their dead letters and the live feed */
        get: operations["showSystem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-aliases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List aliases by name */
        get: operations["listAliases"];
        put?: never;
        /**
         * Add an alias
         * @description The target must be a tag of the dictionary.
         */
        post: operations["createAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-aliases/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests for aliases, the newest first */
        get: operations["listTagAliasRequests"];
        put?: never;
        /**
         * Ask for an alias
         * @description One that was rejected or deleted before is asked for again.
         */
        post: operations["requestTagAlias"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-aliases/requests/{request_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a requested alias
         * @description An operation on the dictionary, datasets follow; undo it by its id.
         */
        post: operations["acceptTagAliasRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-aliases/requests/{request_id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a requested alias */
        post: operations["rejectTagAliasRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-aliases/{alias_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Delete an alias */
        delete: operations["deleteAlias"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags, most used first */
        get: operations["listTags"];
        put?: never;
        /** Add a tag */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/clean": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Clean texts as clean_format, clean_tags and clean_caption do
         * @description At most 10,000 texts of at most 10,000 characters.
         */
        post: operations["cleanTexts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Write tags and prompts as a format prefers (convert_tag, convert_prompt, convert_tags)
         * @description What the format does not know stays as it was written. Tags of prompts and lists come out with blanks and escaped parentheses, as prompts have them. Lists are cleaned first, and unknown tags of several words are converted word by word; the format 'unknown' leaves them alone.
         */
        post: operations["convertTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export tags as a file, written while it is sent
         * @description JSON of one category is {tag: count}; JSON of all, or with whole=true, is a list of whole tags with aliases, texts, translations and replacements. CSV has the columns name to description. An import reads each of them back as it was.
         */
        post: operations["exportTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Formats of tags and their ids (get_tag_formats, get_format_id) */
        get: operations["listTagFormats"];
        put?: never;
        /**
         * Add an own format
         * @description Its id is 1000 or higher, and its tags may have each of the types of /tag-dictionary/types.
         */
        post: operations["createTagFormat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/formats/{format_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete an own format
         * @description With what it says of tags; the tags themselves stay. Formats of the product stay too.
         */
        delete: operations["deleteTagFormat"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a tag list
         * @description One transaction: all good rows go in, broken ones are told with line and reason.
         */
        post: operations["importTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, the newest first */
        get: operations["listTagImports"];
        put?: never;
        /**
         * Import a long tag list as a job
         * @description As an import, answered as soon as the file is here. The job shows how far it is; cancelled it leaves nothing. Rejected rows are kept under the job's id.
         */
        post: operations["startTagImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/imports/{import_id}/rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows that an import did not take, as CSV
         * @description line,reason,text; the first 100,000. Cells that a spreadsheet would run have a quote before.
         */
        get: operations["rejectedTagRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/languages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Languages that there are translations into (get_tag_languages) */
        get: operations["listTagLanguages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Operations on the dictionary, the newest first */
        get: operations["listDictionaryOperations"];
        put?: never;
        /**
         * Rename, merge, alias, deprecate, imply or delete, in the dictionary and in datasets
         * @description One transaction here and one operation in the history of each dataset, which follows soon.
         */
        post: operations["runDictionaryOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/operations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What an operation would touch
         * @description Does it and keeps nothing of it, so whatever stands against it is told here too.
         */
        post: operations["previewDictionaryOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/operations/{operation_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an operation back, in the dictionary and in datasets
         * @description Refused as a whole when something that it did to the dictionary was changed since; in datasets, what was changed since stays.
         */
        post: operations["undoDictionaryOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/overlay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people said over the base, as a file
         * @description Their own tags, and of other tags the fields, aliases, translations and implications that are theirs; one line each, written while it is sent. The same words always give the same bytes.
         */
        get: operations["exportTagOverlay"];
        put?: never;
        /**
         * Put an overlay on the base
         * @description One transaction. What the file says becomes people's own word here and stays when a newer list is imported; what it does not speak of stays as it is. Entries of tags that the base does not have, and whatever would lead in a circle, are refused with line and reason.
         */
        post: operations["importTagOverlay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/picks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell that tags were chosen from suggestions
         * @description They come first for this person from then on; names that are no tags are left out.
         */
        post: operations["pickTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/ping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An empty answer
         * @description What searches are compared with in benchmarks.
         */
        get: operations["pingDictionary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What names mean
         * @description An exact tag wins over an alias; an alias with several targets is ambiguous and lists them. A deprecated tag stands for its replacement, over any number of steps, which `via` lists.
         */
        post: operations["resolveNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags that machines brought in, the most seen first */
        get: operations["listTagReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/review/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a tag that a machine brought in
         * @description Accepted it is a tag like others. Rejected it is deprecated: it stays known, so that it does not come again, and is offered nowhere. Merged it becomes an alias of the tag that it means, and datasets follow. Rejecting and merging are operations that can be undone.
         */
        post: operations["decideTagReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags for what is being typed
         * @description By all means: the whole name first, then names, aliases and translations that start with it, then later words of names, words in another order, parts of words; by count in each. What hits only few and rare ones is taken for mistyped as well: one mistake from three letters on, two from five. Several words find tags by their meaning too, where the installation can tell it. After a slash, letters are the initials of words (/lh). Case, blanks, hyphens, underscores, full and half width, hiragana and katakana make no difference; kana are found by Hepburn too.
         */
        get: operations["searchTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/search-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search tags in formats (search_tags)
         * @description All that is given must hold; 'All' and what is left out mean anything. A keyword matches a whole tag, source tag or translation in any case; with partial a part of it, and * stands for anything.
         */
        get: operations["searchTagsInFormats"];
        put?: never;
        /**
         * Search many tags in formats at once (search_tags)
         * @description For each of at most 1,000 keywords the tags, source tags and translations that are exactly this text, in any case; a * is itself. At most 10,000 rows in all.
         */
        post: operations["searchManyTagsInFormats"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The dictionary in numbers */
        get: operations["tagStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Types of tags, of all formats or of one (get_all_types, get_tag_types) */
        get: operations["listTagTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What datasets use of the dictionary, and what they use besides
         * @description Counted anew at most every 30 seconds.
         */
        get: operations["dictionaryUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A tag by its id */
        get: operations["getTag"];
        /**
         * Change a tag
         * @description Fields that are left out stay. With a version (or If-Match) a newer edit is never overwritten. Another name and a deprecation are operations, done with the rest or not at all: datasets and groups follow, the old name stays as an alias, and their ids are in the header Fuda-Operation.
         */
        put: operations["updateTag"];
        post?: never;
        /**
         * Delete a tag from the dictionary
         * @description An operation: its id is in the header Fuda-Operation, and undoing it brings the tag back.
         */
        delete: operations["deleteTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tag in the formats that know it: type, count, alias or preferred
         * @description The ETag is that of the tag.
         */
        get: operations["listFormatsOfTag"];
        /**
         * Replace what formats say of a tag
         * @description Formats that are left out do not know it any more, except that Danbooru's tags have their own type and count there again. An alias leads on to what its preferred tag means. It is a new version of the tag; with If-Match an edit of somebody else is never overwritten.
         */
        put: operations["replaceFormatsOfTag"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/overlay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give fields of a tag back to the lists
         * @description The tag is again as the newest list says that was imported. A tag that no list knows keeps its category, count and texts until one does.
         */
        delete: operations["giveTagFieldsBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags around a tag: by implication, and by standing together in datasets */
        get: operations["relatedTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/translations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A tag in other languages
         * @description The ETag is that of the tag.
         */
        get: operations["listTagTranslations"];
        /**
         * Replace the translations of a tag
         * @description Kept in the order in which they are given. It is a new version of the tag; with If-Match an edit of somebody else is never overwritten.
         */
        put: operations["replaceTagTranslations"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/translations/alternatives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What other sources call a tag
         * @description Without what stands among its translations and what somebody dropped.
         */
        get: operations["listAlternativeTranslations"];
        put?: never;
        /**
         * Offer a translation of a tag
         * @description One that was dropped is offered again.
         */
        post: operations["offerAlternativeTranslation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/translations/alternatives/{alternative_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Drop an alternative
         * @description No list offers it again.
         */
        delete: operations["dropAlternativeTranslation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/translations/alternatives/{alternative_id}/take": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an alternative among the translations of its tag
         * @description It is a person's from now on, and found.
         */
        post: operations["takeAlternativeTranslation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-dictionary/{tag_id}/vintages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The vocabularies in which a tag is, the oldest first */
        get: operations["listTagVintages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tag groups */
        get: operations["listTagGroups"];
        put?: never;
        /** Add a tag group */
        post: operations["createTagGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-groups/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import groups of tags
         * @description One transaction. Groups that are there get the tags that they lack, others are new; nothing is taken away.
         */
        post: operations["importTagGroups"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-groups/{group_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a tag group: its name, colour and all of its tags */
        put: operations["updateTagGroup"];
        post?: never;
        /** Remove a tag group; its tags stay in the dictionary */
        delete: operations["deleteTagGroup"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-implications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Implications by name */
        get: operations["listTagImplications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-implications/{implication_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Put an implication out of force
         * @description Items keep the tags they have. An operation: its id is in the header Fuda-Operation, and undoing it puts the implication in force again.
         */
        delete: operations["deleteTagImplication"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-relations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a list of aliases or implications
         * @description One transaction. Chains are resolved to their ends; a line that would close a circle is refused and the circle named; what is deleted or retired at the site leads nowhere here.
         */
        post: operations["importTagRelations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-translations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import a list of translations
         * @description One transaction. Adds what is new after what is there; rows of unknown tags are counted.
         */
        post: operations["importTagTranslations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags that items have, by name
         * @description Ask again with the last name as `after` until a page is not full.
         */
        get: operations["listUsedTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-usage/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a change of some tags would touch */
        post: operations["tagImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tag-usage/related": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags that stand together with a tag
         * @description By cosine similarity: items with both / √(items with one · items with the other).
         */
        get: operations["listRelatedTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taggers/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tagger models, with those in the models folder
         * @description A folder that was added, changed or removed shows at the next call; it loads in the background.
         */
        get: operations["listTaggerModels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taggers/predict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tag one image
         * @description The tags that reach the threshold, by category; of ratings and qualities always the best one. The image is not kept, its scores are.
         */
        post: operations["predictTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taggers/scores/{sha256}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The raw scores of an image that was tagged before
         * @description Every tag of at least 0.01, best first, by the newest version of the model that saw the image.
         */
        get: operations["getImageScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/taggers/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many images wait, are being tagged, and were tagged */
        get: operations["getTaggerStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/item-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often items were trained on, over all runs
         * @description Items that were never trained on are left out.
         */
        get: operations["listItemStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The training runs, newest first */
        get: operations["listTrainingRuns"];
        put?: never;
        /**
         * Register a training run
         * @description Without run_number it gets the next one of its name.
         */
        post: operations["createTrainingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/runs/{run_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A training run */
        get: operations["getTrainingRun"];
        put?: never;
        post?: never;
        /** Forget a training run and all it reported */
        delete: operations["deleteTrainingRun"];
        options?: never;
        head?: never;
        /**
         * Change a training run
         * @description Only the given fields change. With version, the change is refused (409, with the current run) if somebody else changed the run since.
         */
        patch: operations["changeTrainingRun"];
        trace?: never;
    };
    "/api/training/runs/{run_id}/item-usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often a run has used each item */
        get: operations["listItemUsage"];
        put?: never;
        /**
         * Report what a run saw
         * @description One step, or many in 'batches'. A step counts once: reports may be repeated, late, or out of order. A report is taken whole or not at all. The first report starts a pending run.
         */
        post: operations["reportItemUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training/runs/{run_id}/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How evenly a run has used its items */
        get: operations["getTrainingRunStats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabularies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Vocabularies, the newest snapshot first */
        get: operations["listVocabularies"];
        put?: never;
        /**
         * Add a vocabulary from its file
         * @description One transaction. Names that the dictionary does not know are told; import them as tags first.
         */
        post: operations["createVocabulary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabularies/growth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tags that grew most from one vocabulary to another */
        get: operations["listGrowingTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabularies/{vocabulary_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a vocabulary; its tags stay in the dictionary */
        delete: operations["deleteVocabulary"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabularies/{vocabulary_id}/known": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which of these names a vocabulary knows, and how to write them there
         * @description The very name comes first, then what it means today, over aliases and replacements, then the deprecated names of that: an old model knows only these. For a tag that is not there the nearest that is: the most used one that it implies.
         */
        post: operations["knownNames"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/vocabularies/{vocabulary_id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tags of a vocabulary, the most used first */
        get: operations["listVocabularyTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AddTag: {
            tag?: string;
            caption_type?: string;
            /** Format: int32 */
            position?: number;
            tag_group?: string;
        };
        AliasInput: {
            source_tag?: string;
            target_tag?: string;
        };
        AliasPage: {
            items: components["schemas"]["AliasView"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        AliasView: {
            /** Format: int64 */
            id: number;
            source_tag: string;
            target_tag: string;
        };
        AlternativeTranslation: {
            /** Format: int64 */
            id: number;
            language: string;
            translation: string;
            source: string;
        };
        AlternativeTranslations: {
            alternatives: components["schemas"]["AlternativeTranslation"][];
        };
        AutoTagRequest: {
            item_ids?: number[];
            search?: string;
            model_name?: string;
            /** Format: double */
            threshold?: number;
            mode?: components["schemas"]["Mode"];
            caption_type?: string;
            category_filters?: string[];
            apply_tag_dictionary_mapping?: boolean;
        };
        Caption: {
            /** Format: int64 */
            id: number;
            caption_type: string;
            caption_subtype: string;
            content: string;
            language: string | null;
            source: string;
            source_field: string | null;
            path: string | null;
            unsaved: boolean;
            conflict: string | null;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
        };
        CategoryCount: {
            category: components["schemas"]["TagCategory"];
            /** Format: int64 */
            tags: number;
        };
        /** @enum {string} */
        CleanKind: "format" | "tags" | "caption";
        CleanRequest: {
            kind: components["schemas"]["CleanKind"];
            texts: string[];
        };
        CleanResult: {
            texts: string[];
        };
        ConvertRequest: {
            tags?: string[];
            prompts?: string[];
            lists?: string[];
            /** @example danbooru */
            format_name: string;
            /** @default , */
            separator: string;
            /** @example meta */
            exclude_types?: string[];
        };
        ConvertResult: {
            tags: string[];
            prompts: string[];
            lists: string[];
        };
        Count: {
            /** Format: int64 */
            matched: number;
            /** Format: int64 */
            total: number;
        };
        Dataset: {
            /** Format: int64 */
            id: number;
            name: string;
            path: string;
            /** Format: int64 */
            total_images: number;
            /** Format: int64 */
            total_items: number;
            /** Format: int64 */
            total_captions: number;
            /** Format: int64 */
            items_without_caption: number;
            /** Format: int64 */
            problems: number;
            indexed_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            cover_item_ids: number[];
            active_job_id: components["schemas"]["UUID"];
            caption_suffixes: string[];
            image_suffixes: string[];
            dataset_type: components["schemas"]["DatasetType"];
            recursive: boolean;
            /** Format: int32 */
            max_depth: number | null;
            read_exif: boolean;
            created_at: components["schemas"]["Instant"];
            index_job_id: components["schemas"]["UUID"];
        };
        DatasetDraft: {
            name?: string;
            path?: string;
            dataset_type?: components["schemas"]["DatasetType"];
            caption_suffixes?: string[];
            image_suffixes?: string[];
            recursive?: boolean;
            /** Format: int32 */
            max_depth?: number;
            read_exif?: boolean;
        };
        DatasetItem: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            dataset_id: number;
            item_type: string;
            base_name: string;
            image_path: string;
            relative_path: string;
            image_suffix: string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: int64 */
            file_size: number;
            image_hash: string;
            related_images: {
                [key: string]: components["schemas"]["RelatedImage"];
            };
            caption_paths: {
                [key: string]: string;
            };
            tags: {
                [key: string]: components["schemas"]["Tag"][];
            };
            /** Format: int32 */
            tag_count: number;
            /** Format: int32 */
            version: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
        };
        DatasetItemDetail: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            dataset_id: number;
            item_type: string;
            base_name: string;
            image_path: string;
            relative_path: string;
            image_suffix: string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: int64 */
            file_size: number;
            image_hash: string;
            related_images: {
                [key: string]: components["schemas"]["RelatedImage"];
            };
            caption_paths: {
                [key: string]: string;
            };
            tags: {
                [key: string]: components["schemas"]["Tag"][];
            };
            /** Format: int32 */
            tag_count: number;
            /** Format: int32 */
            version: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            captions: components["schemas"]["Caption"][];
            exif_data: {
                [key: string]: {
                    [key: string]: string;
                };
            } | null;
            problems: components["schemas"]["ItemProblem"][];
        };
        DatasetSummary: {
            /** Format: int64 */
            id: number;
            name: string;
            path: string;
            /** Format: int64 */
            total_images: number;
            /** Format: int64 */
            total_items: number;
            /** Format: int64 */
            total_captions: number;
            /** Format: int64 */
            items_without_caption: number;
            /** Format: int64 */
            problems: number;
            indexed_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
            cover_item_ids: number[];
            active_job_id: components["schemas"]["UUID"];
        };
        /** @enum {string} */
        DatasetType: "auto" | "single" | "pairs";
        DatasetUsedTag: {
            tag: string;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            datasets: number;
        };
        DeadLetterPage: {
            items: components["schemas"]["Letter"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
        };
        DictionaryOperation: {
            id: components["schemas"]["UUID"];
            kind: components["schemas"]["DictionaryOperationKind"];
            title: string;
            author: string;
            impact: components["schemas"]["DictionaryOperationImpact"];
            created_at: components["schemas"]["Instant"];
            undone_at: components["schemas"]["Instant"];
            undone_by: string;
        };
        DictionaryOperationImpact: {
            /** Format: int32 */
            tags: number;
            /** Format: int32 */
            aliases: number;
            /** Format: int32 */
            groups: number;
            /** Format: int32 */
            implications: number;
            /** Format: int32 */
            translations: number;
            datasets_known: boolean;
            /** Format: int64 */
            datasets: number;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            saved_searches: number;
        };
        /** @enum {string} */
        DictionaryOperationKind: "alias" | "rename" | "merge" | "deprecate" | "implication" | "unimply" | "delete";
        DictionaryOperationPage: {
            items: components["schemas"]["DictionaryOperation"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        DictionaryOperationPreview: {
            kind: components["schemas"]["DictionaryOperationKind"];
            title: string;
            rewrites: components["schemas"]["Rewrite"][];
            impact: components["schemas"]["DictionaryOperationImpact"];
        };
        DictionaryOperationRequest: {
            /** @enum {string} */
            kind: "alias" | "rename" | "merge" | "deprecate" | "implication" | "unimply" | "delete";
            tag: string;
            target?: string;
            apply_to_datasets?: boolean;
            keep_alias?: boolean;
        };
        DictionaryStats: {
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            aliases: number;
            /** Format: int64 */
            deprecated: number;
            /** Format: int64 */
            official: number;
            by_category: components["schemas"]["CategoryCount"][];
            by_source: components["schemas"]["SourceCount"][];
            top: components["schemas"]["RankedTag"][];
            newest: components["schemas"]["RankedTag"][];
            installed: components["schemas"]["InstalledList"][];
            datasets_known: boolean;
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            unused: number;
            growing: components["schemas"]["GrowingTags"];
        };
        DictionaryUsage: {
            datasets_known: boolean;
            /** Format: int64 */
            used: number;
            /** Format: int64 */
            unused: number;
            /** Format: int64 */
            strangers: number;
            top_used: components["schemas"]["DictionaryUsedTag"][];
            top_strangers: components["schemas"]["DictionaryUsedTag"][];
        };
        DictionaryUsedTag: {
            tag: string;
            /** Format: int64 */
            id: number;
            category: components["schemas"]["TagCategory"];
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            datasets: number;
        };
        Example: {
            item: string;
            images: {
                [key: string]: string;
            };
            captions: {
                [key: string]: string;
            };
        };
        ExportRequest: {
            format?: components["schemas"]["Format"];
            caption_type?: string;
            apply_aliases?: boolean;
            /** Format: int64 */
            vocabulary_id?: number;
            exclude_tag_groups?: string[];
            search?: string;
            include_images?: boolean;
        };
        Failure: {
            item: string;
            reason: string;
        };
        FolderEntry: {
            name: string;
            path: string;
            /** Format: int32 */
            images: number;
        };
        FolderListing: {
            path: string;
            parent: string;
            roots: string[];
            folders: components["schemas"]["FolderEntry"][];
            truncated: boolean;
        };
        /** @enum {string} */
        Format: "txt" | "json" | "ai-toolkit" | "kohya";
        FormatsOfTag: {
            formats?: components["schemas"]["TagInFormat"][];
        };
        FoundTag: {
            /** Format: int64 */
            tag_id: number;
            tag: string;
            source_tag: string;
            /** Format: int64 */
            usage_count: number;
            alias: boolean;
            type_name: string;
            translations: {
                [key: string]: string[];
            };
        };
        FoundTags: {
            tags: components["schemas"]["FoundTag"][];
        };
        GroupForm: {
            /**
             * Format: binary
             * @description JSON: a list of tags, an object of tags and counts, an object of groups that are either of these, or a list of groups as this service gives it; UTF-8
             */
            file?: string;
            /** @description The group of tags that stand in no group; by default the name of the file */
            name?: string;
        };
        GrowingTag: {
            /** Format: int64 */
            id: number;
            tag: string;
            /** Format: int64 */
            before: number;
            /** Format: int64 */
            after: number;
            /** Format: int64 */
            growth: number;
        };
        GrowingTags: {
            from: string;
            to: string;
            tags: components["schemas"]["GrowingTag"][];
        };
        Impact: {
            /** Format: int64 */
            datasets: number;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            saved_searches: number;
            by_tag: components["schemas"]["DatasetUsedTag"][];
        };
        ImpactRequest: {
            tags?: string[];
            gained?: string[];
        };
        ImportForm: {
            /**
             * Format: binary
             * @description CSV name,category,count,"aliases" or with a header, JSON {tag: count}, or JSON of whole tags as an export writes it; UTF-8
             */
            file?: string;
            /** @description Category of rows that name none; by default told from the file's name (Character.json) */
            category?: string;
            /**
             * @description What happens to tags that exist: skip leaves them; update takes count and category, and the texts that the file has; merge adds aliases, keeps the higher count and fills empty texts
             * @default skip
             * @enum {string}
             */
            conflict_resolution: "skip" | "update" | "merge";
            /**
             * @description Whose category numbers the file has; by default told from its name
             * @enum {string}
             */
            vocabulary?: "danbooru" | "e621";
            /**
             * @description Which site's list it is; by default whose category numbers it has. One of another site than Danbooru says what tags are there and how often, and leaves the dictionary's own category and count; tags that nobody had become tags of yours
             * @enum {string}
             */
            format?: "danbooru" | "e621";
            /**
             * @description Only tell what would happen
             * @default false
             */
            dry_run: boolean;
        };
        ImportRejection: {
            /** Format: int64 */
            line: number;
            reason: string;
            text: string;
        };
        ImportReport: {
            /** Format: int64 */
            imported_count: number;
            /** Format: int64 */
            updated_count: number;
            /** Format: int64 */
            skipped_count: number;
            /** Format: int64 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
            dry_run: boolean;
            /** Format: int64 */
            elapsed_ms: number;
        };
        ImportedTagGroup: {
            group: components["schemas"]["TagGroupView"];
            created: boolean;
            /** Format: int32 */
            added: number;
        };
        InstalledList: {
            import_id: components["schemas"]["UUID"];
            file_name: string;
            author: string;
            /** Format: int64 */
            imported: number;
            /** Format: int64 */
            updated: number;
            /** Format: int64 */
            rejected: number;
            at: components["schemas"]["Instant"];
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        ItemPage: {
            items: components["schemas"]["DatasetItem"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        ItemProblem: {
            path: string;
            reason: string;
            detail: string;
            /** Format: int64 */
            item_id: number | null;
            seen_at: components["schemas"]["Instant"];
        };
        ItemStatistics: {
            /** Format: int64 */
            item_id: number;
            /** Format: int64 */
            total_times_seen: number;
            /** Format: int32 */
            total_runs_participated: number;
            first_trained_at: components["schemas"]["Instant"];
            last_trained_at: components["schemas"]["Instant"];
            /** Format: double */
            usage_variance: number;
            /** Format: double */
            usage_std_dev: number;
            removed: boolean;
        };
        ItemUsage: {
            /** Format: int64 */
            item_id: number;
            /** Format: int64 */
            times_seen: number;
            /** Format: int32 */
            first_seen_epoch: number;
            /** Format: int32 */
            last_seen_epoch: number;
            /** Format: int64 */
            first_seen_step: number;
            /** Format: int64 */
            last_seen_step: number;
            removed: boolean;
        };
        ItemUse: {
            /** Format: int64 */
            item_id: number;
            /** Format: int64 */
            times_seen: number;
        };
        JobOverview: {
            jobs: components["schemas"]["ServiceJob"][];
            unavailable: components["schemas"]["Unavailable"][];
        };
        JobStarted: {
            job_id: components["schemas"]["UUID"];
        };
        /** @enum {string} */
        JobState: "queued" | "running" | "succeeded" | "failed" | "cancelled";
        JobView: {
            id: components["schemas"]["UUID"];
            kind: string;
            title: string;
            subject: string | null;
            state: components["schemas"]["JobState"];
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            total: number | null;
            /** Format: int32 */
            failed: number;
            /** Format: int64 */
            eta_seconds: number | null;
            result: components["schemas"]["JsonNode"];
            error: string | null;
            created_at: components["schemas"]["Instant"];
            started_at: components["schemas"]["Instant"] | null;
            finished_at: components["schemas"]["Instant"] | null;
            failures: components["schemas"]["Failure"][];
        };
        /** @description Any JSON. */
        JsonNode: unknown;
        Kept: {
            /** Format: int64 */
            item_id: number;
            reason: string;
        };
        KnownName: {
            name: string;
            tag: string;
            known: boolean;
            written: string;
            nearest: string;
        };
        KnownNamesRequest: {
            names?: string[];
        };
        KnownNamesResult: {
            results: components["schemas"]["KnownName"][];
        };
        Letter: {
            /** Format: int64 */
            id: number;
            stream: string;
            group: string;
            type: string | null;
            subject: string | null;
            fields: {
                [key: string]: string;
            };
            reason: string;
            /** Format: int32 */
            attempts: number;
            dead_at: components["schemas"]["Instant"];
        };
        /** @description One event, or a job's progress. */
        LiveFrame: {
            /** @description The frame's place in the feed. */
            cursor: string;
            /** @description The Redis stream it was read from. */
            stream: string | null;
            /** @description The entry's id in that stream. */
            id: string | null;
            /** @description An event type of openapi/events.yaml, JobProgressed, or Resync. */
            type: string;
            /** @description What it is about, as kind/id. */
            subject: string | null;
            /** Format: date-time */
            time: string | null;
            /** @description The event's own fields; null for Resync. */
            data: unknown;
        };
        LiveHealth: {
            connected: boolean;
            /** Format: int32 */
            clients: number;
        };
        /**
         * Format: date
         * @example 2022-03-10
         */
        LocalDate: string;
        /** @enum {string} */
        Mode: "replace" | "add" | "skip";
        ModelInput: {
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            layout: string;
        };
        /** @enum {string} */
        ModelState: "ready" | "loading" | "unavailable";
        ModelView: {
            name: string;
            version: string | null;
            state: components["schemas"]["ModelState"];
            reason: string | null;
            built_in: boolean;
            /** Format: int32 */
            tag_count: number;
            categories: string[];
            input: components["schemas"]["ModelInput"] | null;
            description: string | null;
            /** Format: float */
            default_threshold: number | null;
        };
        NameList: {
            names: string[];
        };
        Operation: {
            id: components["schemas"]["UUID"];
            kind: string;
            title: string;
            author: string;
            /** Format: int32 */
            items: number;
            created_at: components["schemas"]["Instant"];
            undone_by: components["schemas"]["UUID"] | null;
            can_undo: boolean;
        };
        OperationPage: {
            operations: components["schemas"]["Operation"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        OverlayForm: {
            /**
             * Format: binary
             * @description An overlay as this service gives it out
             */
            file?: string;
            /**
             * @description Only tell what would happen
             * @default false
             */
            dry_run: boolean;
        };
        OverlayImportReport: {
            /** Format: int32 */
            applied_count: number;
            /** Format: int32 */
            unchanged_count: number;
            /** Format: int32 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
            dry_run: boolean;
        };
        PickTagsRequest: {
            tags?: string[];
        };
        Pong: Record<string, never>;
        Prediction: {
            status: string;
            model: string;
            model_version: string;
            predictions: {
                [key: string]: components["schemas"]["TagWithScore"][];
            };
        };
        /** @description What went wrong and what to do, as RFC 9457 describes it; other members may follow. */
        Problem: {
            type: string;
            title: string;
            detail: string;
            instance?: string;
            code: string;
            request_id?: string;
            status: number;
            errors?: {
                field: string;
                message: string;
            }[];
        };
        RankedTag: {
            /** Format: int64 */
            id: number;
            tag: string;
            category: components["schemas"]["TagCategory"];
            /** Format: int32 */
            count: number;
            created_at: components["schemas"]["Instant"];
        };
        RelatedImage: {
            relative_path: string;
            /** Format: int32 */
            width: number;
            /** Format: int32 */
            height: number;
            /** Format: int64 */
            file_size: number;
            image_hash: string;
        };
        RelatedTag: {
            tag: string;
            /** Format: int64 */
            together: number;
            /** Format: int64 */
            items: number;
            /** Format: double */
            score: number;
        };
        RelatedTags: {
            implies: string[];
            implied_by: string[];
            siblings: string[];
            together: components["schemas"]["RelatedTag"][];
            datasets_known: boolean;
        };
        RelationForm: {
            /**
             * Format: binary
             * @description Tabs or commas between the columns antecedent_name, consequent_name and, if known, status; UTF-8
             */
            file?: string;
            /** @enum {string} */
            kind?: "alias" | "implication";
        };
        RelationImportReport: {
            /** Format: int32 */
            added_count: number;
            /** Format: int32 */
            known_count: number;
            /** Format: int32 */
            inactive_count: number;
            /** Format: int32 */
            unknown_count: number;
            /** Format: int32 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
        };
        RemoveTag: {
            /** Format: int64 */
            tag_id?: number;
        };
        ReportedStep: {
            item_ids?: number[];
            /** Format: int32 */
            epoch?: number;
            /** Format: int64 */
            step?: number;
            losses?: number[];
        };
        ResolveNamesRequest: {
            names?: string[];
        };
        ResolveNamesResult: {
            results: components["schemas"]["TagResolution"][];
        };
        RetagResult: {
            item: components["schemas"]["DatasetItem"];
            operation_id: components["schemas"]["UUID"] | null;
            unsaved: string | null;
        };
        Rewrite: {
            from: string;
            to: string[];
        };
        RunInput: {
            /** Format: int64 */
            dataset_id?: number;
            run_name?: string;
            /** Format: int32 */
            run_number?: number;
            /** Format: int64 */
            parent_run_id?: number;
            model_type?: string;
            base_model?: string;
            caption_type?: string;
            training_config?: components["schemas"]["JsonNode"];
            status?: components["schemas"]["RunStatus"];
            /** Format: int32 */
            total_epochs?: number;
            /** Format: int32 */
            completed_epochs?: number;
            /** Format: int64 */
            total_steps?: number;
            output_path?: string;
            checkpoint_dir?: string;
            metadata_file?: string;
            config_file?: string;
            /** Format: int32 */
            version?: number;
        };
        RunPage: {
            items: components["schemas"]["RunView"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        RunStatistics: {
            /** Format: int64 */
            run_id: number;
            /** Format: int64 */
            items: number;
            /** Format: int64 */
            removed_items: number;
            /** Format: int64 */
            steps: number;
            /** Format: int64 */
            samples: number;
            /** Format: double */
            mean: number;
            /** Format: double */
            median: number;
            /** Format: double */
            std_dev: number;
            /** Format: double */
            variance: number;
            /** Format: int64 */
            min: number;
            /** Format: int64 */
            max: number;
            histogram: components["schemas"]["UsageBar"][];
            most_used: components["schemas"]["ItemUse"][];
        };
        /** @enum {string} */
        RunStatus: "pending" | "running" | "completed" | "failed" | "cancelled";
        RunView: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            dataset_id: number;
            run_name: string;
            /** Format: int32 */
            run_number: number;
            /** Format: int64 */
            parent_run_id: number | null;
            model_type: string | null;
            base_model: string | null;
            caption_type: string | null;
            training_config: components["schemas"]["JsonNode"];
            status: components["schemas"]["RunStatus"];
            started_at: components["schemas"]["Instant"] | null;
            completed_at: components["schemas"]["Instant"] | null;
            /** Format: int32 */
            total_epochs: number | null;
            /** Format: int32 */
            completed_epochs: number;
            /** Format: int64 */
            total_steps: number | null;
            /** Format: int64 */
            completed_steps: number;
            /** Format: int64 */
            total_samples_seen: number;
            output_path: string | null;
            checkpoint_dir: string | null;
            metadata_file: string | null;
            config_file: string | null;
            /** Format: int32 */
            version: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
        };
        SavedSearch: {
            /** Format: int64 */
            id: number;
            /** Format: int64 */
            dataset_id: number;
            name: string;
            query: string;
            /** Format: int32 */
            version: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
        };
        SavedSearchDraft: {
            name?: string;
            query?: string;
            /** Format: int32 */
            version?: number;
        };
        ScanPreview: {
            /** Format: int32 */
            images: number;
            /** Format: int32 */
            captions: number;
            /** Format: int32 */
            items: number;
            /** Format: int32 */
            pairs: number;
            /** Format: int32 */
            problems: number;
            /** Format: int32 */
            folders: number;
            complete: boolean;
            examples: components["schemas"]["Example"][];
        };
        ScoredImage: {
            model: string;
            model_version: string;
            scores: components["schemas"]["TagScore"][];
        };
        ServiceHealth: {
            name: string;
            state: components["schemas"]["ServiceState"];
            ready: boolean;
            /** Format: int64 */
            latency_ms: number | null;
            /** Format: int64 */
            dead_letters: number | null;
            detail: string | null;
        };
        ServiceJob: {
            service: string;
            id: components["schemas"]["UUID"];
            kind: string;
            title: string;
            subject: string | null;
            state: components["schemas"]["JobState"];
            /** Format: int32 */
            done: number;
            /** Format: int32 */
            total: number | null;
            /** Format: int32 */
            failed: number;
            /** Format: int64 */
            eta_seconds: number | null;
            result: components["schemas"]["JsonNode"];
            error: string | null;
            created_at: components["schemas"]["Instant"];
            started_at: components["schemas"]["Instant"] | null;
            finished_at: components["schemas"]["Instant"] | null;
        };
        /** @enum {string} */
        ServiceState: "up" | "not_ready" | "down";
        SetCaption: {
            content?: string;
            language?: string;
            /** Format: int32 */
            version?: number;
            disk_hash?: string;
        };
        SetTags: {
            caption_type?: string;
            tags?: string[];
            /** Format: int32 */
            version?: number;
            disk_hash?: string;
        };
        SourceCount: {
            source: components["schemas"]["TagSource"];
            /** Format: int64 */
            tags: number;
        };
        Started: {
            job_id: components["schemas"]["UUID"];
            /** Format: int32 */
            total: number;
        };
        /** @enum {string} */
        SuggestionReason: "prefix" | "alias" | "translation" | "abbreviation" | "word" | "words" | "inside" | "typo" | "meaning";
        SystemOverview: {
            version: string;
            services: components["schemas"]["ServiceHealth"][];
            live: components["schemas"]["LiveHealth"];
        };
        Tag: {
            /** Format: int64 */
            id: number;
            tag: string;
            /** Format: int32 */
            position: number;
            tag_group: string | null;
            /** Format: float */
            confidence: number | null;
            source: string;
        };
        TagAliasRequest: {
            /** Format: int64 */
            id: number;
            source_tag: string;
            target_tag: string;
            status: string;
            reason: string;
            source: string;
            author: string;
            decided_by: string;
            created_at: components["schemas"]["Instant"];
            decided_at: components["schemas"]["Instant"];
        };
        TagAliasRequestInput: {
            source_tag?: string;
            target_tag?: string;
            reason?: string;
        };
        TagAliasRequestPage: {
            items: components["schemas"]["TagAliasRequest"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        /** @enum {string} */
        TagCategory: "general" | "artist" | "copyright" | "character" | "meta" | "model" | "quality" | "rating" | "species" | "invalid" | "lore";
        TagCount: {
            tag: string;
            /** Format: int64 */
            count: number;
        };
        TagEvidence: {
            /** Format: int64 */
            dataset_id: number;
            /** Format: int64 */
            item_id: number;
            model: string;
            /** Format: double */
            score: number;
        };
        /** @enum {string} */
        TagExportFormat: "json" | "csv";
        TagExportRequest: {
            category?: string;
            format?: components["schemas"]["TagExportFormat"];
            source_filter?: string;
            official?: boolean;
            spreadsheet?: boolean;
            whole?: boolean;
            /** Format: int64 */
            vocabulary_id?: number;
        };
        TagFormat: {
            /** Format: int32 */
            id: number;
            name: string;
            description: string;
        };
        TagFormatInput: {
            /** @example my-model */
            name: string;
            description?: string;
        };
        TagFormats: {
            names: string[];
            formats: components["schemas"]["TagFormat"][];
        };
        TagGroupImportReport: {
            groups: components["schemas"]["ImportedTagGroup"][];
            /** Format: int64 */
            added_count: number;
            /** Format: int64 */
            known_count: number;
            /** Format: int64 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
        };
        TagGroupInput: {
            name: string;
            /** @example #FF6B9D */
            color?: string;
            tags?: string[];
        };
        TagGroupView: {
            /** Format: int64 */
            id: number;
            name: string;
            color: string;
            tags: string[];
            /** Format: int32 */
            version: number;
        };
        TagImplication: {
            /** Format: int64 */
            id: number;
            antecedent: string;
            consequent: string;
            status: string;
            source: string;
        };
        TagImplicationPage: {
            items: components["schemas"]["TagImplication"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        TagImport: {
            id: components["schemas"]["UUID"];
            file_name: string;
            conflicts: string;
            author: string;
            /** Format: int32 */
            imported_count: number;
            /** Format: int32 */
            updated_count: number;
            /** Format: int32 */
            skipped_count: number;
            /** Format: int32 */
            rejected_count: number;
            created_at: components["schemas"]["Instant"];
        };
        TagImportPage: {
            items: components["schemas"]["TagImport"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        TagImportStarted: {
            job_id: components["schemas"]["UUID"];
        };
        TagInFormat: {
            /** @example e621 */
            format_name: string;
            /** @example species */
            type_name: string;
            /** Format: int64 */
            count?: number;
            alias?: boolean;
            preferred?: string;
            deprecated?: boolean;
        };
        TagInput: {
            /** @example long_hair */
            tag?: string;
            category?: components["schemas"]["TagCategory"];
            /** Format: int64 */
            count?: number;
            display_name?: string;
            aliases?: string[];
            description?: string;
            wiki_url?: string;
            is_deprecated?: boolean;
            /** Format: int32 */
            version?: number;
        };
        TagPage: {
            items: components["schemas"]["TagView"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        TagResolution: {
            name: string;
            status: components["schemas"]["TagResolutionStatus"];
            tag: string;
            category: components["schemas"]["TagCategory"];
            candidates: string[];
            via: string[];
        };
        /** @enum {string} */
        TagResolutionStatus: "exact" | "alias" | "deprecated" | "ambiguous" | "unknown";
        TagReview: {
            /** Format: int64 */
            tag_id: number;
            tag: string;
            category: components["schemas"]["TagCategory"];
            state: string;
            /** Format: int64 */
            seen: number;
            evidence: components["schemas"]["TagEvidence"][];
            created_at: components["schemas"]["Instant"];
            decided_by: string;
        };
        TagReviewDecision: {
            /** @enum {string} */
            decision?: "accept" | "reject" | "merge";
            target?: string;
        };
        TagReviewOutcome: {
            operation: components["schemas"]["DictionaryOperation"];
        };
        TagReviewPage: {
            items: components["schemas"]["TagReview"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        TagScore: {
            tag: string;
            category: string;
            /** Format: float */
            score: number;
        };
        TagSearchBatch: {
            /** @example long_hair */
            keywords: string[];
            format_name?: string;
            type_name?: string;
            language?: string;
            /** Format: int64 */
            min_usage?: number;
            /** Format: int64 */
            max_usage?: number;
            alias?: boolean;
        };
        TagSearchBatchResult: {
            results: components["schemas"]["FoundTags"][];
        };
        TagSearchResult: {
            query: string;
            results: components["schemas"]["TagSuggestion"][];
        };
        /** @enum {string} */
        TagSource: "danbooru" | "user_custom" | "auto_detected";
        TagSuggestion: {
            /** Format: int64 */
            id: number;
            tag: string;
            category: components["schemas"]["TagCategory"];
            /** Format: int32 */
            count: number;
            display_name: string;
            matched_alias: string;
            translation: string;
            reason: components["schemas"]["SuggestionReason"];
            /** Format: int64 */
            dataset_count: number;
            /** Format: int32 */
            picks: number;
        };
        TagTranslation: {
            /** @example ja */
            language: string;
            /** @example 長い髪 */
            translation: string;
            source?: string;
        };
        TagTranslations: {
            translations?: components["schemas"]["TagTranslation"][];
        };
        TagView: {
            /** Format: int64 */
            id: number;
            tag: string;
            category: components["schemas"]["TagCategory"];
            /** Format: int32 */
            count: number;
            display_name: string | null;
            aliases: string[];
            description: string | null;
            wiki_url: string | null;
            source: components["schemas"]["TagSource"];
            is_official: boolean;
            is_deprecated: boolean;
            replacement: string | null;
            own_fields: string[];
            /** Format: int32 */
            version: number;
            created_at: components["schemas"]["Instant"];
            updated_at: components["schemas"]["Instant"];
        };
        TagVintage: {
            /** Format: int64 */
            vocabulary_id: number;
            vocabulary: string;
            kind: components["schemas"]["VocabularyKind"];
            snapshot_date: components["schemas"]["LocalDate"];
            written: string;
            /** Format: int64 */
            count: number;
        };
        /** @description A pair: the tag, then its score in 0..1 */
        TagWithScore: [
            string,
            number
        ];
        TaskStatus: {
            /** Format: int64 */
            pending: number;
            /** Format: int64 */
            in_flight: number;
            /** Format: int64 */
            tagged: number;
            /** Format: int64 */
            failed: number;
            /** Format: int32 */
            workers: number;
        };
        TranslationForm: {
            /**
             * Format: binary
             * @description CSV tag,translation; several are separated by 、 or | or stand in further fields; UTF-8
             */
            file?: string;
            /**
             * @description The language of the list
             * @example ja
             */
            language?: string;
            /** @description Who says so; by default the name of the file */
            source?: string;
            /**
             * @description Whether tags that are translated into the language already are only offered what differs, as alternatives
             * @default false
             */
            offer: boolean;
        };
        TranslationImportReport: {
            /** Format: int64 */
            imported_count: number;
            /** Format: int64 */
            offered_count: number;
            /** Format: int64 */
            known_count: number;
            /** Format: int64 */
            unknown_count: number;
            /** Format: int64 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
        };
        /** Format: uuid */
        UUID: string;
        Unavailable: {
            service: string;
            reason: string;
        };
        Undone: {
            operation_id: components["schemas"]["UUID"] | null;
            /** Format: int32 */
            restored: number;
            skipped: components["schemas"]["Kept"][];
            /** Format: int32 */
            skipped_items: number;
        };
        UsageBar: {
            /** Format: int64 */
            times_seen: number;
            /** Format: int64 */
            items: number;
        };
        UsagePage: {
            items: components["schemas"]["ItemUsage"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
        UsageReceipt: {
            /** Format: int32 */
            accepted: number;
            /** Format: int32 */
            duplicates: number;
            /** Format: int64 */
            total_steps: number;
        };
        UsageReport: {
            batch_indices?: number[];
            /** Format: int32 */
            current_epoch?: number;
            /** Format: int64 */
            current_step?: number;
            batches?: components["schemas"]["ReportedStep"][];
        };
        Vocabulary: {
            /** Format: int64 */
            id: number;
            name: string;
            kind: components["schemas"]["VocabularyKind"];
            snapshot_date: components["schemas"]["LocalDate"];
            description: string;
            file_name: string;
            /** Format: int32 */
            tags: number;
            created_at: components["schemas"]["Instant"];
        };
        VocabularyAdded: {
            vocabulary: components["schemas"]["Vocabulary"];
            /** Format: int64 */
            unknown_count: number;
            unknown: string[];
            /** Format: int64 */
            rejected_count: number;
            rejected: components["schemas"]["ImportRejection"][];
        };
        VocabularyForm: {
            /**
             * Format: binary
             * @description A list of Danbooru or e621, selected_tags.csv of a WD tagger, tag_mapping.json of cl_tagger, or one name on each line; UTF-8
             */
            file?: string;
            name?: string;
            /** @enum {string} */
            kind?: "danbooru" | "e621" | "wd" | "cl_tagger" | "custom";
            /** @description Of which day it is, such as 2024-06-10 */
            snapshot_date?: string;
            description?: string;
        };
        /** @enum {string} */
        VocabularyKind: "danbooru" | "e621" | "wd" | "cl_tagger" | "custom";
        VocabularyTag: {
            /** Format: int64 */
            id: number;
            tag: string;
            written: string;
            /** Format: int64 */
            count: number | null;
        };
        VocabularyTagPage: {
            items: components["schemas"]["VocabularyTag"][];
            /** Format: int64 */
            total: number;
            /** Format: int32 */
            page: number;
            /** Format: int32 */
            limit: number;
            /** Format: int32 */
            total_pages: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listDatasets: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetSummary"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDataset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPreview"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DatasetDraft"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dataset"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    autoTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AutoTagRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Started"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportRequest"];
            };
        };
        responses: {
            /** @description The zip. X-Fuda-Aliases says whether the dictionary's names were applied, off, or away; X-Fuda-Vocabulary the same of the names of a target, with how many it knows, how many are written as the nearest that it knows, and how many stay as they are: applied; known=9; nearest=2; unknown=1. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItems: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
                search?: string;
                sort?: string;
                tag_filter?: string;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countItems: {
        parameters: {
            query?: {
                search?: string;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Count"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetItemDetail"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCaption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                caption_subtype: string;
                caption_type: string;
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetCaption"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getItemImage: {
        parameters: {
            query?: {
                suffix?: string;
                v?: string;
            };
            header?: {
                "If-None-Match"?: string;
                "If-Range"?: string;
                Range?: string;
            };
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/*": string;
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemTags: {
        parameters: {
            query?: {
                caption_type?: string;
            };
            header?: never;
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setItemTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTags"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addItemTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddTag"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetagResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeItemTag: {
        parameters: {
            query?: {
                tag_id?: number;
            };
            header?: never;
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": components["schemas"]["RemoveTag"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getItemThumbnail: {
        parameters: {
            query?: {
                size?: number;
                suffix?: string;
                v?: string;
            };
            header?: {
                "If-None-Match"?: string;
            };
            path: {
                dataset_id: number;
                item_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The thumbnail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                item_id?: number;
                limit?: number;
                page?: number;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblems: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemProblem"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reindexDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobStarted"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSavedSearches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchDraft"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                search_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavedSearchDraft"];
            };
        };
        responses: {
            /** @description The search as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedSearch"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken, or somebody changed the search meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteSavedSearch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                dataset_id: number;
                search_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDatasetTags: {
        parameters: {
            query?: {
                limit?: number;
                search?: string;
            };
            header?: never;
            path: {
                dataset_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagCount"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFolders: {
        parameters: {
            query?: {
                path?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderListing"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllJobs: {
        parameters: {
            query?: {
                limit?: number;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobOverview"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listenLive: {
        parameters: {
            query?: {
                /**
                 * @description Only these event types, separated by commas.
                 * @example JobProgressed,ItemRetagged
                 */
                types?: string;
                /**
                 * @description Only these subjects, separated by commas.
                 * @example job/01a1fb32-f0e2-778e-bff5-689fdffd9d26
                 */
                subject?: string;
                /** @description The cursor of the last frame seen, for clients that can't send Last-Event-ID. */
                since?: string;
            };
            header?: {
                /** @description The cursor of the last frame seen; browsers send it by themselves. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The feed; it ends when either side closes it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["LiveFrame"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Undone"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
            };
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobs: {
        parameters: {
            query?: {
                limit?: number;
                state?: string;
            };
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobFailures: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
            };
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Failure"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retryJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                service: "dataset" | "dictionary" | "tagger" | "training";
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSystem: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SystemOverview"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAliases: {
        parameters: {
            query?: {
                /** @description 1 to 500 */
                limit?: number;
                /** @description From 1 */
                page?: number;
                /** @description Part of the alias or of its tag */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AliasInput"];
            };
        };
        responses: {
            /** @description The new alias */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AliasView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagAliasRequests: {
        parameters: {
            query?: {
                /** @description 1 to 500 */
                limit?: number;
                /** @description From 1 */
                page?: number;
                status?: "pending" | "active" | "rejected" | "deleted" | "retired";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagAliasRequestPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    requestTagAlias: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagAliasRequestInput"];
            };
        };
        responses: {
            /** @description The request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagAliasRequest"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is asked for or in force already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptTagAliasRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryOperation"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectTagAliasRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagAliasRequest"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteAlias: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alias_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description One category, or all */
                category?: string;
                deprecated?: "hide" | "show" | "only";
                /** @description 1 to 500 */
                limit?: number;
                match?: "partial" | "prefix" | "suffix" | "exact";
                /** @description Only tags that a site's list has, or only others */
                official?: boolean;
                /** @description From 1 */
                page?: number;
                /** @description Part of the name */
                search?: string;
                sort_by?: "count_desc" | "count_asc" | "name_asc" | "name_desc" | "created_desc" | "created_asc";
                source?: "all" | "danbooru" | "user_custom" | "auto_detected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagInput"];
            };
        };
        responses: {
            /** @description The new tag */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cleanTexts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CleanRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CleanResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    convertTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConvertResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagExportRequest"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                    "text/csv": string;
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagFormats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagFormats"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTagFormat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagFormatInput"];
            };
        };
        responses: {
            /** @description The new format */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagFormat"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is a format of this name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTagFormat: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                format_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is a format of the product */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagImports: {
        parameters: {
            query?: {
                /** @description 1 to 200 */
                limit?: number;
                /** @description From 1 */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagImportPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startTagImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description The job that imports it */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagImportStarted"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectedTagRows: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import_id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagLanguages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDictionaryOperations: {
        parameters: {
            query?: {
                /** @description 1 to 200 */
                limit?: number;
                /** @description From 1 */
                page?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryOperationPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runDictionaryOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DictionaryOperationRequest"];
            };
        };
        responses: {
            /** @description What was done; undo it by its id */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryOperation"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It can't be done: a name is taken, or relations would be circular */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDictionaryOperation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DictionaryOperationRequest"];
            };
        };
        responses: {
            /** @description What it would touch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryOperationPreview"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It can't be done: a name is taken, or relations would be circular */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoDictionaryOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                operation_id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation, now undone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryOperation"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was undone already, or changed since */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportTagOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTagOverlay: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["OverlayForm"];
            };
        };
        responses: {
            /** @description What became of the entries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OverlayImportReport"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is larger than 32 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The file is no overlay; nothing was changed */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pickTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PickTagsRequest"];
            };
        };
        responses: {
            /** @description Counted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pingDictionary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pong"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resolveNames: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveNamesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResolveNamesResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagReviews: {
        parameters: {
            query?: {
                /** @description 1 to 200 */
                limit?: number;
                /** @description From 1 */
                page?: number;
                state?: "pending" | "accepted" | "rejected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagReviewPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideTagReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagReviewDecision"];
            };
        };
        responses: {
            /** @description Decided */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagReviewOutcome"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was decided already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchTags: {
        parameters: {
            query?: {
                /** @description One category, or all */
                category?: string;
                /** @description Whose counts to tell as well, as far as they are known */
                dataset_id?: number;
                /** @description 1 to 100 */
                limit?: number;
                /** @description One means alone: the beginning, any part in order of count, or mistakes */
                means?: "all" | "prefix" | "substring" | "typo";
                /** @description What was typed; the most used tags when empty */
                query?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagSearchResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchTagsInFormats: {
        parameters: {
            query: {
                alias?: boolean;
                format_name?: string;
                /** @description At most 255 characters */
                keyword: string;
                language?: string;
                /** @description 1 to 1000 */
                limit?: number;
                max_usage?: number;
                min_usage?: number;
                page?: number;
                partial?: boolean;
                type_name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundTags"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchManyTagsInFormats: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagSearchBatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagSearchBatchResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tagStats: {
        parameters: {
            query?: {
                /** @description Whether to ask what datasets use, which takes longer */
                datasets?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryStats"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagTypes: {
        parameters: {
            query?: {
                /** @description One format, or all types when left out */
                format_name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameList"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dictionaryUsage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DictionaryUsage"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTag: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagInput"];
            };
        };
        responses: {
            /** @description The tag as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken, or somebody changed the tag meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the tag since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTag: {
        parameters: {
            query?: {
                /** @description Whether items lose it too; otherwise datasets that use it keep it */
                delete_from_datasets?: boolean;
            };
            header?: {
                "If-Match"?: string;
            };
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changes the tag at this moment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the tag since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFormatsOfTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What formats say of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormatsOfTag"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceFormatsOfTag: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormatsOfTag"];
            };
        };
        responses: {
            /** @description What formats say of it now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FormatsOfTag"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A list of such a format is being imported; nothing was changed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the tag since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A preferred tag can't be one, or other tags lead here */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveTagFieldsBack: {
        parameters: {
            query?: {
                /** @description Comma separated: category, count, display_name, description, wiki_url, is_deprecated; all when left out */
                fields?: string;
            };
            header?: {
                "If-Match"?: string;
            };
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tag as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    relatedTags: {
        parameters: {
            query?: {
                /** @description 1 to 100, of each */
                limit?: number;
            };
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedTags"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagTranslations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its translations */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagTranslations"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceTagTranslations: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagTranslations"];
            };
        };
        responses: {
            /** @description Its translations now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagTranslations"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the tag since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlternativeTranslations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlternativeTranslations"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerAlternativeTranslation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagTranslation"];
            };
        };
        responses: {
            /** @description The alternative */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlternativeTranslation"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is offered, or stands among the translations, already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropAlternativeTranslation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                alternative_id: number;
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dropped */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeAlternativeTranslation: {
        parameters: {
            query?: {
                /** @description Whether it comes before all others, as the best of its language */
                first?: boolean;
            };
            header?: never;
            path: {
                alternative_id: number;
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The translations of the tag as they are now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagTranslations"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagVintages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagVintage"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroupView"][];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTagGroup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagGroupInput"];
            };
        };
        responses: {
            /** @description The new group */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroupView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is a group of this name, or there are 1,000 groups */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTagGroups: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["GroupForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroupImportReport"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    updateTagGroup: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagGroupInput"];
            };
        };
        responses: {
            /** @description The group as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagGroupView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The name is taken */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the group since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTagGroup: {
        parameters: {
            query?: never;
            header?: {
                "If-Match"?: string;
            };
            path: {
                group_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed the group since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTagImplications: {
        parameters: {
            query?: {
                /** @description 1 to 500 */
                limit?: number;
                /** @description From 1 */
                page?: number;
                status?: "active" | "pending" | "rejected" | "deleted" | "retired";
                /** @description Only those from or to this tag */
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagImplicationPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTagImplication: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                implication_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Out of force */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changes one of the tags at this moment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTagRelations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["RelationForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationImportReport"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importTagTranslations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["TranslationForm"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TranslationImportReport"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsedTags: {
        parameters: {
            query?: {
                /** @description The last name of the page before */
                after?: string;
                /** @description 1 to 50000 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetUsedTag"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tagImpact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImpactRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRelatedTags: {
        parameters: {
            query: {
                /** @description Only items of this dataset */
                dataset_id?: number;
                /** @description 1 to 100 */
                limit?: number;
                tag: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelatedTag"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTaggerModels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelView"][];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    predictTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    image?: string;
                    model?: string;
                    threshold?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Prediction"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImageScores: {
        parameters: {
            query?: {
                model?: string;
            };
            header?: never;
            path: {
                sha256: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScoredImage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTaggerStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemStats: {
        parameters: {
            query?: {
                item_id?: number[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemStatistics"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrainingRuns: {
        parameters: {
            query?: {
                dataset_id?: number;
                limit?: number;
                page?: number;
                status?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTrainingRun: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunInput"];
            };
        };
        responses: {
            /** @description The new run */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrainingRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteTrainingRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTrainingRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunInput"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunView"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listItemUsage: {
        parameters: {
            query?: {
                limit?: number;
                page?: number;
                sort?: string;
            };
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsagePage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportItemUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageReport"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageReceipt"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrainingRunStats: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunStatistics"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVocabularies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Vocabulary"][];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["VocabularyForm"];
            };
        };
        responses: {
            /** @description The vocabulary */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyAdded"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is one of this name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGrowingTags: {
        parameters: {
            query: {
                /** @description The older vocabulary */
                from: number;
                /** @description 1 to 500 */
                limit?: number;
                /** @description The newer vocabulary */
                to: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrowingTag"][];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteVocabulary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vocabulary_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    knownNames: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vocabulary_id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KnownNamesRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownNamesResult"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVocabularyTags: {
        parameters: {
            query?: {
                /** @description 1 to 1000 */
                limit?: number;
                /** @description From 1 */
                page?: number;
            };
            header?: never;
            path: {
                vocabulary_id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VocabularyTagPage"];
                };
            };
            /** @description The request can't be taken; the detail says why. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing has that id. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Anything else that is not success. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
