// Collections.

#[not_core]
pub mod collections {
    use crate::borrow::Borrow;
    use crate::hash::{BuildHasher, Hash, RandomState};
    use crate::ops::RangeBounds;

    pub mod hash_map {
        pub use super::HashMap;
        pub use super::HashMapEntry as Entry;
        pub use super::HashMapOccupiedEntry as OccupiedEntry;
        pub use super::HashMapVacantEntry as VacantEntry;
        pub use crate::hash::{DefaultHasher, RandomState};
    }
    pub mod btree_map {
        pub use super::BTreeMap;
        pub use super::BTreeMapEntry as Entry;
        pub use super::BTreeMapOccupiedEntry as OccupiedEntry;
        pub use super::BTreeMapVacantEntry as VacantEntry;
    }
    pub mod hash_set {
        pub use super::HashSet;
    }
    pub mod btree_set {
        pub use super::BTreeSet;
    }
    pub mod vec_deque {
        pub use super::VecDeque;
    }
    pub mod binary_heap {
        pub use super::BinaryHeap;
    }

    pub struct HashMap<K, V, S = RandomState> {
        table: HashMapTable<(K, V)>,
        hash_builder: S,
    }
    impl<K, V> HashMap<K, V, RandomState> {
        pub fn new() -> HashMap<K, V, RandomState>;
        pub fn with_capacity(capacity: usize) -> HashMap<K, V, RandomState>;
    }
    impl<K, V, S> HashMap<K, V, S> {
        pub fn with_hasher(hash_builder: S) -> HashMap<K, V, S>;
        pub fn capacity(&self) -> usize;
        pub fn drain(&mut self) -> HashMapDrain<'_, K, V>;
        pub fn hasher(&self) -> &S;
    }
    impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
        pub fn reserve(&mut self, additional: usize);
        pub fn shrink_to_fit(&mut self);
    }
    impl<K, V, S> HashMap<K, V, S> {
        pub fn keys(&self) -> HashMapKeys<'_, K, V>;
        pub fn into_keys(self) -> HashMapIntoKeys<K, V>;
        pub fn values(&self) -> HashMapValues<'_, K, V>;
        pub fn values_mut(&mut self) -> HashMapValuesMut<'_, K, V>;
        pub fn into_values(self) -> HashMapIntoValues<K, V>;
        pub fn iter(&self) -> HashMapIter<'_, K, V>;
        pub fn iter_mut(&mut self) -> HashMapIterMut<'_, K, V>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F);
    }
    impl<K: Eq + Hash, V, S: BuildHasher> HashMap<K, V, S> {
        pub fn entry(&mut self, key: K) -> HashMapEntry<'_, K, V>;
        pub fn get<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<&V> where K: Borrow<Q>;
        pub fn get_key_value<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q>;
        pub fn contains_key<Q: ?Sized + Hash + Eq>(&self, k: &Q) -> bool where K: Borrow<Q>;
        pub fn get_mut<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q>;
        pub fn insert(&mut self, k: K, v: V) -> Option<V>;
        pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q>;
        pub fn remove_entry<Q: ?Sized + Hash + Eq>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q>;
    }
    impl<K: Clone, V: Clone, S: Clone> Clone for HashMap<K, V, S> {
        fn clone(&self) -> Self;
    }
    impl<K: Eq + Hash, V: PartialEq, S: BuildHasher> PartialEq for HashMap<K, V, S> {
        fn eq(&self, other: &HashMap<K, V, S>) -> bool;
    }
    impl<K: Eq + Hash, V: Eq, S: BuildHasher> Eq for HashMap<K, V, S> {}
    impl<K: crate::fmt::Debug, V: crate::fmt::Debug, S> crate::fmt::Debug for HashMap<K, V, S> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<K, V, S: Default> Default for HashMap<K, V, S> {
        fn default() -> HashMap<K, V, S>;
    }
    impl<K, Q: ?Sized, V, S: BuildHasher> crate::ops::Index<&Q> for HashMap<K, V, S> where K: Eq + Hash + Borrow<Q>, Q: Hash + Eq {
        type Output = V;
        fn index(&self, key: &Q) -> &V;
    }
    impl<K: Eq + Hash, V, S: BuildHasher + Default> FromIterator<(K, V)> for HashMap<K, V, S> {
        fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> HashMap<K, V, S>;
    }
    impl<K: Eq + Hash, V, S: BuildHasher> Extend<(K, V)> for HashMap<K, V, S> {
        fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, iter: I);
    }
    impl<'a, K: Eq + Hash + Copy + 'a, V: Copy + 'a, S: BuildHasher> Extend<(&'a K, &'a V)> for HashMap<K, V, S> {
        fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: I);
    }
    impl<K: Eq + Hash, V, const N: usize> From<[(K, V); N]> for HashMap<K, V, RandomState> {
        fn from(arr: [(K, V); N]) -> Self;
    }
    impl<K, V, S> IntoIterator for HashMap<K, V, S> {
        type Item = (K, V);
        type IntoIter = HashMapIntoIter<K, V>;
        fn into_iter(self) -> HashMapIntoIter<K, V>;
    }
    impl<'a, K, V, S> IntoIterator for &'a HashMap<K, V, S> {
        type Item = (&'a K, &'a V);
        type IntoIter = HashMapIter<'a, K, V>;
        fn into_iter(self) -> HashMapIter<'a, K, V>;
    }
    impl<'a, K, V, S> IntoIterator for &'a mut HashMap<K, V, S> {
        type Item = (&'a K, &'a mut V);
        type IntoIter = HashMapIterMut<'a, K, V>;
        fn into_iter(self) -> HashMapIterMut<'a, K, V>;
    }
    struct HashMapTable<T> {
        data: crate::marker::PhantomData<T>,
    }
    impl<#[may_dangle] T> Drop for HashMapTable<T> {
        fn drop(&mut self);
    }
    pub struct HashMapIter<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for HashMapIter<'a, K, V> {
        type Item = (&'a K, &'a V);
        fn next(&mut self) -> Option<(&'a K, &'a V)>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapIter<'a, K, V> {}
    impl<'a, K, V> Clone for HashMapIter<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct HashMapIterMut<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a mut V,
    }
    impl<'a, K, V> Iterator for HashMapIterMut<'a, K, V> {
        type Item = (&'a K, &'a mut V);
        fn next(&mut self) -> Option<(&'a K, &'a mut V)>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapIterMut<'a, K, V> {}
    pub struct HashMapIntoIter<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for HashMapIntoIter<K, V> {
        type Item = (K, V);
        fn next(&mut self) -> Option<(K, V)>;
    }
    impl<K, V> ExactSizeIterator for HashMapIntoIter<K, V> {}
    pub struct HashMapKeys<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for HashMapKeys<'a, K, V> {
        type Item = &'a K;
        fn next(&mut self) -> Option<&'a K>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapKeys<'a, K, V> {}
    impl<'a, K, V> Clone for HashMapKeys<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct HashMapValues<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for HashMapValues<'a, K, V> {
        type Item = &'a V;
        fn next(&mut self) -> Option<&'a V>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapValues<'a, K, V> {}
    impl<'a, K, V> Clone for HashMapValues<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct HashMapValuesMut<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a mut V,
    }
    impl<'a, K, V> Iterator for HashMapValuesMut<'a, K, V> {
        type Item = &'a mut V;
        fn next(&mut self) -> Option<&'a mut V>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapValuesMut<'a, K, V> {}
    pub struct HashMapIntoKeys<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for HashMapIntoKeys<K, V> {
        type Item = K;
        fn next(&mut self) -> Option<K>;
    }
    impl<K, V> ExactSizeIterator for HashMapIntoKeys<K, V> {}
    pub struct HashMapIntoValues<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for HashMapIntoValues<K, V> {
        type Item = V;
        fn next(&mut self) -> Option<V>;
    }
    impl<K, V> ExactSizeIterator for HashMapIntoValues<K, V> {}
    pub struct HashMapDrain<'a, K: 'a, V: 'a> {
        m: &'a mut Vec<(K, V)>,
    }
    impl<'a, K, V> Iterator for HashMapDrain<'a, K, V> {
        type Item = (K, V);
        fn next(&mut self) -> Option<(K, V)>;
    }
    impl<'a, K, V> ExactSizeIterator for HashMapDrain<'a, K, V> {}
    pub enum HashMapEntry<'a, K: 'a, V: 'a> {
        Occupied(HashMapOccupiedEntry<'a, K, V>),
        Vacant(HashMapVacantEntry<'a, K, V>),
    }
    impl<'a, K, V> HashMapEntry<'a, K, V> {
        pub fn or_insert(self, default: V) -> &'a mut V;
        pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V;
        pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V;
        pub fn key(&self) -> &K;
        pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
        pub fn or_default(self) -> &'a mut V where V: Default;
    }
    pub struct HashMapOccupiedEntry<'a, K: 'a, V: 'a> {
        map: &'a mut Vec<(K, V)>,
    }
    impl<'a, K, V> HashMapOccupiedEntry<'a, K, V> {
        pub fn key(&self) -> &K;
        pub fn get(&self) -> &V;
        pub fn get_mut(&mut self) -> &mut V;
        pub fn into_mut(self) -> &'a mut V;
        pub fn insert(&mut self, value: V) -> V;
        pub fn remove(self) -> V;
        pub fn remove_entry(self) -> (K, V);
    }
    pub struct HashMapVacantEntry<'a, K: 'a, V: 'a> {
        key: K,
        map: &'a mut Vec<(K, V)>,
    }
    impl<'a, K, V> HashMapVacantEntry<'a, K, V> {
        pub fn key(&self) -> &K;
        pub fn into_key(self) -> K;
        pub fn insert(self, value: V) -> &'a mut V;
    }
    pub struct BTreeMap<K, V> {
        data: crate::marker::PhantomData<(K, V)>,
    }
    impl<K, V> BTreeMap<K, V> {
        pub const fn new() -> BTreeMap<K, V>;
        pub fn append(&mut self, other: &mut Self) where K: Ord;
        pub fn first_key_value(&self) -> Option<(&K, &V)> where K: Ord;
        pub fn last_key_value(&self) -> Option<(&K, &V)> where K: Ord;
        pub fn pop_first(&mut self) -> Option<(K, V)> where K: Ord;
        pub fn pop_last(&mut self) -> Option<(K, V)> where K: Ord;
        pub fn range<T: ?Sized + Ord, R: RangeBounds<T>>(&self, range: R) -> BTreeMapRange<'_, K, V> where K: Borrow<T> + Ord;
        pub fn range_mut<T: ?Sized + Ord, R: RangeBounds<T>>(&mut self, range: R) -> BTreeMapRangeMut<'_, K, V> where K: Borrow<T> + Ord;
        pub fn split_off<Q: ?Sized + Ord>(&mut self, key: &Q) -> Self where K: Borrow<Q> + Ord;
    }
    impl<K, V> BTreeMap<K, V> {
        pub fn keys(&self) -> BTreeMapKeys<'_, K, V>;
        pub fn into_keys(self) -> BTreeMapIntoKeys<K, V>;
        pub fn values(&self) -> BTreeMapValues<'_, K, V>;
        pub fn values_mut(&mut self) -> BTreeMapValuesMut<'_, K, V>;
        pub fn into_values(self) -> BTreeMapIntoValues<K, V>;
        pub fn iter(&self) -> BTreeMapIter<'_, K, V>;
        pub fn iter_mut(&mut self) -> BTreeMapIterMut<'_, K, V>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn retain<F: FnMut(&K, &mut V) -> bool>(&mut self, f: F) where K: Ord;
    }
    impl<K: Ord, V> BTreeMap<K, V> {
        pub fn entry(&mut self, key: K) -> BTreeMapEntry<'_, K, V>;
        pub fn get<Q: ?Sized + Ord>(&self, k: &Q) -> Option<&V> where K: Borrow<Q>;
        pub fn get_key_value<Q: ?Sized + Ord>(&self, k: &Q) -> Option<(&K, &V)> where K: Borrow<Q>;
        pub fn contains_key<Q: ?Sized + Ord>(&self, k: &Q) -> bool where K: Borrow<Q>;
        pub fn get_mut<Q: ?Sized + Ord>(&mut self, k: &Q) -> Option<&mut V> where K: Borrow<Q>;
        pub fn insert(&mut self, k: K, v: V) -> Option<V>;
        pub fn remove<Q: ?Sized + Ord>(&mut self, k: &Q) -> Option<V> where K: Borrow<Q>;
        pub fn remove_entry<Q: ?Sized + Ord>(&mut self, k: &Q) -> Option<(K, V)> where K: Borrow<Q>;
    }
    impl<K: Clone, V: Clone> Clone for BTreeMap<K, V> {
        fn clone(&self) -> Self;
    }
    impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
        fn eq(&self, other: &BTreeMap<K, V>) -> bool;
    }
    impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}
    impl<K: crate::fmt::Debug, V: crate::fmt::Debug> crate::fmt::Debug for BTreeMap<K, V> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<K, V> Default for BTreeMap<K, V> {
        fn default() -> BTreeMap<K, V>;
    }
    impl<K, Q: ?Sized, V> crate::ops::Index<&Q> for BTreeMap<K, V> where K: Ord + Borrow<Q>, Q: Ord {
        type Output = V;
        fn index(&self, key: &Q) -> &V;
    }
    impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
        fn from_iter<I: IntoIterator<Item = (K, V)>>(iter: I) -> BTreeMap<K, V>;
    }
    impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {
        fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, iter: I);
    }
    impl<'a, K: Ord + Copy + 'a, V: Copy + 'a> Extend<(&'a K, &'a V)> for BTreeMap<K, V> {
        fn extend<I: IntoIterator<Item = (&'a K, &'a V)>>(&mut self, iter: I);
    }
    impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
        fn from(arr: [(K, V); N]) -> Self;
    }
    impl<K, V> IntoIterator for BTreeMap<K, V> {
        type Item = (K, V);
        type IntoIter = BTreeMapIntoIter<K, V>;
        fn into_iter(self) -> BTreeMapIntoIter<K, V>;
    }
    impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
        type Item = (&'a K, &'a V);
        type IntoIter = BTreeMapIter<'a, K, V>;
        fn into_iter(self) -> BTreeMapIter<'a, K, V>;
    }
    impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
        type Item = (&'a K, &'a mut V);
        type IntoIter = BTreeMapIterMut<'a, K, V>;
        fn into_iter(self) -> BTreeMapIterMut<'a, K, V>;
    }
    impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {
        fn partial_cmp(&self, other: &BTreeMap<K, V>) -> Option<crate::cmp::Ordering>;
    }
    impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {
        fn cmp(&self, other: &BTreeMap<K, V>) -> crate::cmp::Ordering;
    }
    impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<#[may_dangle] K, #[may_dangle] V> Drop for BTreeMap<K, V> {
        fn drop(&mut self);
    }
    pub struct BTreeMapIter<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for BTreeMapIter<'a, K, V> {
        type Item = (&'a K, &'a V);
        fn next(&mut self) -> Option<(&'a K, &'a V)>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapIter<'a, K, V> {
        fn next_back(&mut self) -> Option<(&'a K, &'a V)>;
    }
    impl<'a, K, V> ExactSizeIterator for BTreeMapIter<'a, K, V> {}
    impl<'a, K, V> Clone for BTreeMapIter<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeMapIterMut<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a mut V,
    }
    impl<'a, K, V> Iterator for BTreeMapIterMut<'a, K, V> {
        type Item = (&'a K, &'a mut V);
        fn next(&mut self) -> Option<(&'a K, &'a mut V)>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapIterMut<'a, K, V> {
        fn next_back(&mut self) -> Option<(&'a K, &'a mut V)>;
    }
    impl<'a, K, V> ExactSizeIterator for BTreeMapIterMut<'a, K, V> {}
    pub struct BTreeMapIntoIter<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for BTreeMapIntoIter<K, V> {
        type Item = (K, V);
        fn next(&mut self) -> Option<(K, V)>;
    }
    impl<K, V> DoubleEndedIterator for BTreeMapIntoIter<K, V> {
        fn next_back(&mut self) -> Option<(K, V)>;
    }
    impl<K, V> ExactSizeIterator for BTreeMapIntoIter<K, V> {}
    pub struct BTreeMapKeys<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for BTreeMapKeys<'a, K, V> {
        type Item = &'a K;
        fn next(&mut self) -> Option<&'a K>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapKeys<'a, K, V> {
        fn next_back(&mut self) -> Option<&'a K>;
    }
    impl<'a, K, V> ExactSizeIterator for BTreeMapKeys<'a, K, V> {}
    impl<'a, K, V> Clone for BTreeMapKeys<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeMapValues<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for BTreeMapValues<'a, K, V> {
        type Item = &'a V;
        fn next(&mut self) -> Option<&'a V>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapValues<'a, K, V> {
        fn next_back(&mut self) -> Option<&'a V>;
    }
    impl<'a, K, V> ExactSizeIterator for BTreeMapValues<'a, K, V> {}
    impl<'a, K, V> Clone for BTreeMapValues<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeMapValuesMut<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a mut V,
    }
    impl<'a, K, V> Iterator for BTreeMapValuesMut<'a, K, V> {
        type Item = &'a mut V;
        fn next(&mut self) -> Option<&'a mut V>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapValuesMut<'a, K, V> {
        fn next_back(&mut self) -> Option<&'a mut V>;
    }
    impl<'a, K, V> ExactSizeIterator for BTreeMapValuesMut<'a, K, V> {}
    pub struct BTreeMapIntoKeys<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for BTreeMapIntoKeys<K, V> {
        type Item = K;
        fn next(&mut self) -> Option<K>;
    }
    impl<K, V> DoubleEndedIterator for BTreeMapIntoKeys<K, V> {
        fn next_back(&mut self) -> Option<K>;
    }
    impl<K, V> ExactSizeIterator for BTreeMapIntoKeys<K, V> {}
    pub struct BTreeMapIntoValues<K, V> {
        data: Vec<(K, V)>,
    }
    impl<K, V> Iterator for BTreeMapIntoValues<K, V> {
        type Item = V;
        fn next(&mut self) -> Option<V>;
    }
    impl<K, V> DoubleEndedIterator for BTreeMapIntoValues<K, V> {
        fn next_back(&mut self) -> Option<V>;
    }
    impl<K, V> ExactSizeIterator for BTreeMapIntoValues<K, V> {}
    pub struct BTreeMapRange<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a V,
    }
    impl<'a, K, V> Iterator for BTreeMapRange<'a, K, V> {
        type Item = (&'a K, &'a V);
        fn next(&mut self) -> Option<(&'a K, &'a V)>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapRange<'a, K, V> {
        fn next_back(&mut self) -> Option<(&'a K, &'a V)>;
    }
    impl<'a, K, V> Clone for BTreeMapRange<'a, K, V> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeMapRangeMut<'a, K: 'a, V: 'a> {
        key: &'a K,
        value: &'a mut V,
    }
    impl<'a, K, V> Iterator for BTreeMapRangeMut<'a, K, V> {
        type Item = (&'a K, &'a mut V);
        fn next(&mut self) -> Option<(&'a K, &'a mut V)>;
    }
    impl<'a, K, V> DoubleEndedIterator for BTreeMapRangeMut<'a, K, V> {
        fn next_back(&mut self) -> Option<(&'a K, &'a mut V)>;
    }
    pub enum BTreeMapEntry<'a, K: 'a, V: 'a> {
        Occupied(BTreeMapOccupiedEntry<'a, K, V>),
        Vacant(BTreeMapVacantEntry<'a, K, V>),
    }
    impl<'a, K: Ord, V> BTreeMapEntry<'a, K, V> {
        pub fn or_insert(self, default: V) -> &'a mut V;
        pub fn or_insert_with<F: FnOnce() -> V>(self, default: F) -> &'a mut V;
        pub fn or_insert_with_key<F: FnOnce(&K) -> V>(self, default: F) -> &'a mut V;
        pub fn key(&self) -> &K;
        pub fn and_modify<F: FnOnce(&mut V)>(self, f: F) -> Self;
        pub fn or_default(self) -> &'a mut V where V: Default;
    }
    pub struct BTreeMapOccupiedEntry<'a, K: 'a, V: 'a> {
        map: &'a mut Vec<(K, V)>,
    }
    impl<'a, K: Ord, V> BTreeMapOccupiedEntry<'a, K, V> {
        pub fn key(&self) -> &K;
        pub fn get(&self) -> &V;
        pub fn get_mut(&mut self) -> &mut V;
        pub fn into_mut(self) -> &'a mut V;
        pub fn insert(&mut self, value: V) -> V;
        pub fn remove(self) -> V;
        pub fn remove_entry(self) -> (K, V);
    }
    pub struct BTreeMapVacantEntry<'a, K: 'a, V: 'a> {
        key: K,
        map: &'a mut Vec<(K, V)>,
    }
    impl<'a, K: Ord, V> BTreeMapVacantEntry<'a, K, V> {
        pub fn key(&self) -> &K;
        pub fn into_key(self) -> K;
        pub fn insert(self, value: V) -> &'a mut V;
    }
    pub struct HashSet<T, S = RandomState> {
        base: HashMap<T, (), S>,
    }
    impl<T> HashSet<T, RandomState> {
        pub fn new() -> HashSet<T, RandomState>;
        pub fn with_capacity(capacity: usize) -> HashSet<T, RandomState>;
    }
    impl<T, S> HashSet<T, S> {
        pub fn capacity(&self) -> usize;
        pub fn drain(&mut self) -> HashSetDrain<'_, T>;
    }
    impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
        pub fn reserve(&mut self, additional: usize);
    }
    impl<T, S> HashSet<T, S> {
        pub fn iter(&self) -> HashSetIter<'_, T>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    }
    impl<T: Eq + Hash, S: BuildHasher> HashSet<T, S> {
        pub fn difference<'a>(&'a self, other: &'a HashSet<T, S>) -> HashSetDifference<'a, T, S>;
        pub fn symmetric_difference<'a>(&'a self, other: &'a HashSet<T, S>) -> HashSetSymmetricDifference<'a, T, S>;
        pub fn intersection<'a>(&'a self, other: &'a HashSet<T, S>) -> HashSetIntersection<'a, T, S>;
        pub fn union<'a>(&'a self, other: &'a HashSet<T, S>) -> HashSetUnion<'a, T, S>;
        pub fn contains<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> bool where T: Borrow<Q>;
        pub fn get<Q: ?Sized + Hash + Eq>(&self, value: &Q) -> Option<&T> where T: Borrow<Q>;
        pub fn is_disjoint(&self, other: &HashSet<T, S>) -> bool;
        pub fn is_subset(&self, other: &HashSet<T, S>) -> bool;
        pub fn is_superset(&self, other: &HashSet<T, S>) -> bool;
        pub fn insert(&mut self, value: T) -> bool;
        pub fn replace(&mut self, value: T) -> Option<T>;
        pub fn remove<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> bool where T: Borrow<Q>;
        pub fn take<Q: ?Sized + Hash + Eq>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q>;
    }
    impl<T: Clone, S: Clone> Clone for HashSet<T, S> {
        fn clone(&self) -> Self;
    }
    impl<T: Eq + Hash, S: BuildHasher> PartialEq for HashSet<T, S> {
        fn eq(&self, other: &HashSet<T, S>) -> bool;
    }
    impl<T: Eq + Hash, S: BuildHasher> Eq for HashSet<T, S> {}
    impl<T: crate::fmt::Debug, S> crate::fmt::Debug for HashSet<T, S> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T, S: Default> Default for HashSet<T, S> {
        fn default() -> HashSet<T, S>;
    }
    impl<T: Eq + Hash, S: BuildHasher + Default> FromIterator<T> for HashSet<T, S> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> HashSet<T, S>;
    }
    impl<T: Eq + Hash, S: BuildHasher> Extend<T> for HashSet<T, S> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I);
    }
    impl<'a, T: 'a + Eq + Hash + Copy, S: BuildHasher> Extend<&'a T> for HashSet<T, S> {
        fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I);
    }
    impl<T: Eq + Hash, const N: usize> From<[T; N]> for HashSet<T, RandomState> {
        fn from(arr: [T; N]) -> Self;
    }
    impl<T, S> IntoIterator for HashSet<T, S> {
        type Item = T;
        type IntoIter = HashSetIntoIter<T>;
        fn into_iter(self) -> HashSetIntoIter<T>;
    }
    impl<'a, T, S> IntoIterator for &'a HashSet<T, S> {
        type Item = &'a T;
        type IntoIter = HashSetIter<'a, T>;
        fn into_iter(self) -> HashSetIter<'a, T>;
    }
    pub struct HashSetIter<'a, T: 'a> {
        key: &'a T,
    }
    impl<'a, T> Iterator for HashSetIter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> ExactSizeIterator for HashSetIter<'a, T> {}
    impl<'a, T> Clone for HashSetIter<'a, T> {
        fn clone(&self) -> Self;
    }
    pub struct HashSetIntoIter<T> {
        data: Vec<T>,
    }
    impl<T> Iterator for HashSetIntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for HashSetIntoIter<T> {}
    pub struct HashSetDrain<'a, T: 'a> {
        data: &'a mut Vec<T>,
    }
    impl<'a, T> Iterator for HashSetDrain<'a, T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<'a, T> ExactSizeIterator for HashSetDrain<'a, T> {}
    pub struct HashSetDifference<'a, T: 'a, S: 'a> {
        a: &'a HashSet<T, S>,
    }
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for HashSetDifference<'a, T, S> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct HashSetSymmetricDifference<'a, T: 'a, S: 'a> {
        a: &'a HashSet<T, S>,
    }
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for HashSetSymmetricDifference<'a, T, S> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct HashSetIntersection<'a, T: 'a, S: 'a> {
        a: &'a HashSet<T, S>,
    }
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for HashSetIntersection<'a, T, S> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct HashSetUnion<'a, T: 'a, S: 'a> {
        a: &'a HashSet<T, S>,
    }
    impl<'a, T: Eq + Hash, S: BuildHasher> Iterator for HashSetUnion<'a, T, S> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> crate::ops::BitAnd<&HashSet<T, S>> for &HashSet<T, S> {
        type Output = HashSet<T, S>;
        fn bitand(self, rhs: &HashSet<T, S>) -> HashSet<T, S>;
    }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> crate::ops::BitOr<&HashSet<T, S>> for &HashSet<T, S> {
        type Output = HashSet<T, S>;
        fn bitor(self, rhs: &HashSet<T, S>) -> HashSet<T, S>;
    }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> crate::ops::BitXor<&HashSet<T, S>> for &HashSet<T, S> {
        type Output = HashSet<T, S>;
        fn bitxor(self, rhs: &HashSet<T, S>) -> HashSet<T, S>;
    }
    impl<T: Eq + Hash + Clone, S: BuildHasher + Default> crate::ops::Sub<&HashSet<T, S>> for &HashSet<T, S> {
        type Output = HashSet<T, S>;
        fn sub(self, rhs: &HashSet<T, S>) -> HashSet<T, S>;
    }
    pub struct BTreeSet<T> {
        base: BTreeMap<T, ()>,
    }
    impl<T> BTreeSet<T> {
        pub const fn new() -> BTreeSet<T>;
        pub fn first(&self) -> Option<&T> where T: Ord;
        pub fn last(&self) -> Option<&T> where T: Ord;
        pub fn pop_first(&mut self) -> Option<T> where T: Ord;
        pub fn pop_last(&mut self) -> Option<T> where T: Ord;
        pub fn append(&mut self, other: &mut Self) where T: Ord;
        pub fn range<K: ?Sized + Ord, R: RangeBounds<K>>(&self, range: R) -> BTreeSetRange<'_, T> where T: Borrow<K> + Ord;
        pub fn split_off<Q: ?Sized + Ord>(&mut self, value: &Q) -> Self where T: Borrow<Q> + Ord;
    }
    impl<T> BTreeSet<T> {
        pub fn iter(&self) -> BTreeSetIter<'_, T>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F) where T: Ord;
    }
    impl<T: Ord> BTreeSet<T> {
        pub fn difference<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetDifference<'a, T>;
        pub fn symmetric_difference<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetSymmetricDifference<'a, T>;
        pub fn intersection<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetIntersection<'a, T>;
        pub fn union<'a>(&'a self, other: &'a BTreeSet<T>) -> BTreeSetUnion<'a, T>;
        pub fn contains<Q: ?Sized + Ord>(&self, value: &Q) -> bool where T: Borrow<Q>;
        pub fn get<Q: ?Sized + Ord>(&self, value: &Q) -> Option<&T> where T: Borrow<Q>;
        pub fn is_disjoint(&self, other: &BTreeSet<T>) -> bool;
        pub fn is_subset(&self, other: &BTreeSet<T>) -> bool;
        pub fn is_superset(&self, other: &BTreeSet<T>) -> bool;
        pub fn insert(&mut self, value: T) -> bool;
        pub fn replace(&mut self, value: T) -> Option<T>;
        pub fn remove<Q: ?Sized + Ord>(&mut self, value: &Q) -> bool where T: Borrow<Q>;
        pub fn take<Q: ?Sized + Ord>(&mut self, value: &Q) -> Option<T> where T: Borrow<Q>;
    }
    impl<T: Clone> Clone for BTreeSet<T> {
        fn clone(&self) -> Self;
    }
    impl<T: PartialEq> PartialEq for BTreeSet<T> {
        fn eq(&self, other: &BTreeSet<T>) -> bool;
    }
    impl<T: Eq> Eq for BTreeSet<T> {}
    impl<T: crate::fmt::Debug> crate::fmt::Debug for BTreeSet<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> Default for BTreeSet<T> {
        fn default() -> BTreeSet<T>;
    }
    impl<T: Ord> FromIterator<T> for BTreeSet<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BTreeSet<T>;
    }
    impl<T: Ord> Extend<T> for BTreeSet<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I);
    }
    impl<'a, T: 'a + Ord + Copy> Extend<&'a T> for BTreeSet<T> {
        fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I);
    }
    impl<T: Ord, const N: usize> From<[T; N]> for BTreeSet<T> {
        fn from(arr: [T; N]) -> Self;
    }
    impl<T> IntoIterator for BTreeSet<T> {
        type Item = T;
        type IntoIter = BTreeSetIntoIter<T>;
        fn into_iter(self) -> BTreeSetIntoIter<T>;
    }
    impl<'a, T> IntoIterator for &'a BTreeSet<T> {
        type Item = &'a T;
        type IntoIter = BTreeSetIter<'a, T>;
        fn into_iter(self) -> BTreeSetIter<'a, T>;
    }
    impl<T: PartialOrd> PartialOrd for BTreeSet<T> {
        fn partial_cmp(&self, other: &BTreeSet<T>) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Ord> Ord for BTreeSet<T> {
        fn cmp(&self, other: &BTreeSet<T>) -> crate::cmp::Ordering;
    }
    impl<T: Hash> Hash for BTreeSet<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    pub struct BTreeSetIter<'a, T: 'a> {
        key: &'a T,
    }
    impl<'a, T> Iterator for BTreeSetIter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> DoubleEndedIterator for BTreeSetIter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> ExactSizeIterator for BTreeSetIter<'a, T> {}
    impl<'a, T> Clone for BTreeSetIter<'a, T> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeSetIntoIter<T> {
        data: Vec<T>,
    }
    impl<T> Iterator for BTreeSetIntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for BTreeSetIntoIter<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for BTreeSetIntoIter<T> {}
    pub struct BTreeSetRange<'a, T: 'a> {
        key: &'a T,
    }
    impl<'a, T> Iterator for BTreeSetRange<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> DoubleEndedIterator for BTreeSetRange<'a, T> {
        fn next_back(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> Clone for BTreeSetRange<'a, T> {
        fn clone(&self) -> Self;
    }
    pub struct BTreeSetDifference<'a, T: 'a> {
        a: &'a BTreeSet<T>,
    }
    impl<'a, T: Ord> Iterator for BTreeSetDifference<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct BTreeSetSymmetricDifference<'a, T: 'a> {
        a: &'a BTreeSet<T>,
    }
    impl<'a, T: Ord> Iterator for BTreeSetSymmetricDifference<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct BTreeSetIntersection<'a, T: 'a> {
        a: &'a BTreeSet<T>,
    }
    impl<'a, T: Ord> Iterator for BTreeSetIntersection<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    pub struct BTreeSetUnion<'a, T: 'a> {
        a: &'a BTreeSet<T>,
    }
    impl<'a, T: Ord> Iterator for BTreeSetUnion<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<T: Ord + Clone> crate::ops::BitAnd<&BTreeSet<T>> for &BTreeSet<T> {
        type Output = BTreeSet<T>;
        fn bitand(self, rhs: &BTreeSet<T>) -> BTreeSet<T>;
    }
    impl<T: Ord + Clone> crate::ops::BitOr<&BTreeSet<T>> for &BTreeSet<T> {
        type Output = BTreeSet<T>;
        fn bitor(self, rhs: &BTreeSet<T>) -> BTreeSet<T>;
    }
    impl<T: Ord + Clone> crate::ops::BitXor<&BTreeSet<T>> for &BTreeSet<T> {
        type Output = BTreeSet<T>;
        fn bitxor(self, rhs: &BTreeSet<T>) -> BTreeSet<T>;
    }
    impl<T: Ord + Clone> crate::ops::Sub<&BTreeSet<T>> for &BTreeSet<T> {
        type Output = BTreeSet<T>;
        fn sub(self, rhs: &BTreeSet<T>) -> BTreeSet<T>;
    }
    pub struct VecDeque<T> {
        buf: crate::marker::PhantomData<T>,
    }
    impl<T> VecDeque<T> {
        pub const fn new() -> VecDeque<T>;
        pub fn with_capacity(capacity: usize) -> VecDeque<T>;
        pub fn get(&self, index: usize) -> Option<&T>;
        pub fn get_mut(&mut self, index: usize) -> Option<&mut T>;
        pub fn swap(&mut self, i: usize, j: usize);
        pub fn capacity(&self) -> usize;
        pub fn reserve(&mut self, additional: usize);
        pub fn truncate(&mut self, len: usize);
        pub fn iter(&self) -> VecDequeIter<'_, T>;
        pub fn iter_mut(&mut self) -> VecDequeIterMut<'_, T>;
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
        pub fn contains(&self, x: &T) -> bool where T: PartialEq<T>;
        pub fn front(&self) -> Option<&T>;
        pub fn front_mut(&mut self) -> Option<&mut T>;
        pub fn back(&self) -> Option<&T>;
        pub fn back_mut(&mut self) -> Option<&mut T>;
        pub fn pop_front(&mut self) -> Option<T>;
        pub fn pop_back(&mut self) -> Option<T>;
        pub fn push_front(&mut self, value: T);
        pub fn push_back(&mut self, value: T);
        pub fn insert(&mut self, index: usize, value: T);
        pub fn remove(&mut self, index: usize) -> Option<T>;
        pub fn split_off(&mut self, at: usize) -> Self;
        pub fn append(&mut self, other: &mut Self);
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
        pub fn make_contiguous(&mut self) -> &mut [T];
        pub fn rotate_left(&mut self, n: usize);
        pub fn rotate_right(&mut self, n: usize);
        pub fn drain<R: RangeBounds<usize>>(&mut self, range: R) -> VecDequeDrain<'_, T>;
        pub fn as_slices(&self) -> (&[T], &[T]);
    }
    impl<#[may_dangle] T> Drop for VecDeque<T> {
        fn drop(&mut self);
    }
    impl<T: Clone> Clone for VecDeque<T> {
        fn clone(&self) -> Self;
    }
    impl<T> Default for VecDeque<T> {
        fn default() -> VecDeque<T>;
    }
    impl<T: PartialEq> PartialEq for VecDeque<T> {
        fn eq(&self, other: &Self) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<Vec<U>> for VecDeque<T> {
        fn eq(&self, other: &Vec<U>) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<[U; N]> for VecDeque<T> {
        fn eq(&self, other: &[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<&[U]> for VecDeque<T> {
        fn eq(&self, other: &&[U]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<&[U; N]> for VecDeque<T> {
        fn eq(&self, other: &&[U; N]) -> bool;
    }
    impl<T: PartialEq<U>, U> PartialEq<&mut [U]> for VecDeque<T> {
        fn eq(&self, other: &&mut [U]) -> bool;
    }
    impl<T: PartialEq<U>, U, const N: usize> PartialEq<&mut [U; N]> for VecDeque<T> {
        fn eq(&self, other: &&mut [U; N]) -> bool;
    }
    impl<T: Eq> Eq for VecDeque<T> {}
    impl<T: PartialOrd> PartialOrd for VecDeque<T> {
        fn partial_cmp(&self, other: &Self) -> Option<crate::cmp::Ordering>;
    }
    impl<T: Ord> Ord for VecDeque<T> {
        fn cmp(&self, other: &Self) -> crate::cmp::Ordering;
    }
    impl<T: Hash> Hash for VecDeque<T> {
        fn hash<H: crate::hash::Hasher>(&self, state: &mut H);
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for VecDeque<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T> crate::ops::Index<usize> for VecDeque<T> {
        type Output = T;
        fn index(&self, index: usize) -> &T;
    }
    impl<T> crate::ops::IndexMut<usize> for VecDeque<T> {
        fn index_mut(&mut self, index: usize) -> &mut T;
    }
    impl<T> FromIterator<T> for VecDeque<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> VecDeque<T>;
    }
    impl<T> Extend<T> for VecDeque<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I);
    }
    impl<'a, T: 'a + Copy> Extend<&'a T> for VecDeque<T> {
        fn extend<I: IntoIterator<Item = &'a T>>(&mut self, iter: I);
    }
    impl<T> From<Vec<T>> for VecDeque<T> {
        fn from(other: Vec<T>) -> Self;
    }
    impl<T, const N: usize> From<[T; N]> for VecDeque<T> {
        fn from(arr: [T; N]) -> Self;
    }
    impl<T> IntoIterator for VecDeque<T> {
        type Item = T;
        type IntoIter = VecDequeIntoIter<T>;
        fn into_iter(self) -> VecDequeIntoIter<T>;
    }
    impl<'a, T> IntoIterator for &'a VecDeque<T> {
        type Item = &'a T;
        type IntoIter = VecDequeIter<'a, T>;
        fn into_iter(self) -> VecDequeIter<'a, T>;
    }
    impl<'a, T> IntoIterator for &'a mut VecDeque<T> {
        type Item = &'a mut T;
        type IntoIter = VecDequeIterMut<'a, T>;
        fn into_iter(self) -> VecDequeIterMut<'a, T>;
    }
    pub struct VecDequeIter<'a, T: 'a> {
        data: &'a [T],
    }
    impl<'a, T> Iterator for VecDequeIter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> DoubleEndedIterator for VecDequeIter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> ExactSizeIterator for VecDequeIter<'a, T> {}
    impl<'a, T> Clone for VecDequeIter<'a, T> {
        fn clone(&self) -> Self;
    }
    pub struct VecDequeIterMut<'a, T: 'a> {
        data: &'a mut [T],
    }
    impl<'a, T> Iterator for VecDequeIterMut<'a, T> {
        type Item = &'a mut T;
        fn next(&mut self) -> Option<&'a mut T>;
    }
    impl<'a, T> DoubleEndedIterator for VecDequeIterMut<'a, T> {
        fn next_back(&mut self) -> Option<&'a mut T>;
    }
    impl<'a, T> ExactSizeIterator for VecDequeIterMut<'a, T> {}
    pub struct VecDequeIntoIter<T> {
        inner: VecDeque<T>,
    }
    impl<T> Iterator for VecDequeIntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for VecDequeIntoIter<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for VecDequeIntoIter<T> {}
    pub struct VecDequeDrain<'a, T: 'a> {
        deque: &'a mut VecDeque<T>,
    }
    impl<'a, T> Iterator for VecDequeDrain<'a, T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<'a, T> DoubleEndedIterator for VecDequeDrain<'a, T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<'a, T> ExactSizeIterator for VecDequeDrain<'a, T> {}
    impl<T> Drop for VecDequeDrain<'_, T> {
        fn drop(&mut self);
    }
    pub struct BinaryHeap<T> {
        data: Vec<T>,
    }
    impl<T: Ord> BinaryHeap<T> {
        pub const fn new() -> BinaryHeap<T>;
        pub fn with_capacity(capacity: usize) -> BinaryHeap<T>;
        pub fn peek_mut(&mut self) -> Option<BinaryHeapPeekMut<'_, T>>;
        pub fn pop(&mut self) -> Option<T>;
        pub fn push(&mut self, item: T);
        pub fn into_sorted_vec(self) -> Vec<T>;
        pub fn append(&mut self, other: &mut BinaryHeap<T>);
        pub fn retain<F: FnMut(&T) -> bool>(&mut self, f: F);
    }
    impl<T> BinaryHeap<T> {
        pub fn iter(&self) -> BinaryHeapIter<'_, T>;
        pub fn peek(&self) -> Option<&T>;
        pub fn capacity(&self) -> usize;
        pub fn into_vec(self) -> Vec<T>;
        pub fn as_slice(&self) -> &[T];
        pub fn len(&self) -> usize;
        pub fn is_empty(&self) -> bool;
        pub fn clear(&mut self);
    }
    pub struct BinaryHeapPeekMut<'a, T: 'a + Ord> {
        heap: &'a mut BinaryHeap<T>,
    }
    impl<T: Ord> Drop for BinaryHeapPeekMut<'_, T> {
        fn drop(&mut self);
    }
    impl<T: Ord> crate::ops::Deref for BinaryHeapPeekMut<'_, T> {
        type Target = T;
        fn deref(&self) -> &T;
    }
    impl<T: Ord> crate::ops::DerefMut for BinaryHeapPeekMut<'_, T> {
        fn deref_mut(&mut self) -> &mut T;
    }
    impl<T: Clone> Clone for BinaryHeap<T> {
        fn clone(&self) -> Self;
    }
    impl<T: Ord> Default for BinaryHeap<T> {
        fn default() -> BinaryHeap<T>;
    }
    impl<T: crate::fmt::Debug> crate::fmt::Debug for BinaryHeap<T> {
        fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result;
    }
    impl<T: Ord> From<Vec<T>> for BinaryHeap<T> {
        fn from(vec: Vec<T>) -> BinaryHeap<T>;
    }
    impl<T: Ord, const N: usize> From<[T; N]> for BinaryHeap<T> {
        fn from(arr: [T; N]) -> Self;
    }
    impl<T: Ord> FromIterator<T> for BinaryHeap<T> {
        fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> BinaryHeap<T>;
    }
    impl<T: Ord> Extend<T> for BinaryHeap<T> {
        fn extend<I: IntoIterator<Item = T>>(&mut self, iter: I);
    }
    impl<T> IntoIterator for BinaryHeap<T> {
        type Item = T;
        type IntoIter = BinaryHeapIntoIter<T>;
        fn into_iter(self) -> BinaryHeapIntoIter<T>;
    }
    impl<'a, T> IntoIterator for &'a BinaryHeap<T> {
        type Item = &'a T;
        type IntoIter = BinaryHeapIter<'a, T>;
        fn into_iter(self) -> BinaryHeapIter<'a, T>;
    }
    pub struct BinaryHeapIter<'a, T: 'a> {
        data: &'a [T],
    }
    impl<'a, T> Iterator for BinaryHeapIter<'a, T> {
        type Item = &'a T;
        fn next(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> DoubleEndedIterator for BinaryHeapIter<'a, T> {
        fn next_back(&mut self) -> Option<&'a T>;
    }
    impl<'a, T> ExactSizeIterator for BinaryHeapIter<'a, T> {}
    impl<'a, T> Clone for BinaryHeapIter<'a, T> {
        fn clone(&self) -> Self;
    }
    pub struct BinaryHeapIntoIter<T> {
        data: Vec<T>,
    }
    impl<T> Iterator for BinaryHeapIntoIter<T> {
        type Item = T;
        fn next(&mut self) -> Option<T>;
    }
    impl<T> DoubleEndedIterator for BinaryHeapIntoIter<T> {
        fn next_back(&mut self) -> Option<T>;
    }
    impl<T> ExactSizeIterator for BinaryHeapIntoIter<T> {}
}
